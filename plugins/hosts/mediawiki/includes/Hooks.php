<?php

namespace MediaWiki\Extension\Confer;

use Config;
use MediaWiki\Extension\Confer\Engine\Engine;
use MediaWiki\Hook\ParserFirstCallInitHook;
use Parser;
use PPFrame;

/** Teaches the parser the tag <confer> and the function {{#confer:}}. */
class Hooks implements ParserFirstCallInitHook {
	private Engine $engine;
	/** @var Config */
	private $config;

	/**
	 * @param Engine $engine
	 * @param Config $config
	 */
	public function __construct( Engine $engine, $config ) {
		$this->engine = $engine;
		$this->config = $config;
	}

	/**
	 * @param Parser $parser
	 */
	public function onParserFirstCallInit( $parser ) {
		$parser->setHook(
			'confer',
			function ( ?string $content, array $attributes, $parser, $frame ): string {
				return $this->asker( $parser, $frame )->block( (string)$content, $attributes );
			}
		);
		$parser->setFunctionHook(
			'confer',
			/** @return array What the parser shall make of the call */
			function ( $parser, $frame, array $arguments ) {
				// What `subst:` writes is saved as wikitext, where an answer would never change again.
				if ( $parser->getOutputType() === Parser::OT_WIKI ) {
					return [ 'found' => false ];
				}
				[ $question, $options ] = FunctionArguments::read( $parser, $frame, $arguments );
				return [ $this->asker( $parser, $frame )->inline( $question, $options ), 'isHTML' => true ];
			},
			Parser::SFH_OBJECT_ARGS
		);
	}

	/**
	 * @param Parser $parser
	 * @param PPFrame|false|null $frame
	 * @return PageAsker
	 */
	private function asker( $parser, $frame ): PageAsker {
		return new PageAsker( $this->engine, $this->config, new Page( $parser, $frame ?: null, $this->config ) );
	}
}
