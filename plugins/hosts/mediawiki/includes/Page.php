<?php

namespace MediaWiki\Extension\Confer;

use Config;
use Parser;
use PPFrame;

/**
 * The page that is being parsed: what Confer counts on it, remembers of it and says of it. All of it lives in the
 * parser's output, so that it begins anew with each parse.
 */
class Page {
	private const QUERIES = 'confer-queries';
	private const DESCRIBED = 'confer-described';
	/** Seconds until a page with something wrong on it is looked at again. */
	private const TIME_WITH_TROUBLE = 60;

	/** @var Parser */
	private $parser;
	/** @var PPFrame|null */
	private $frame;
	/** @var Config */
	private $config;

	/**
	 * @param Parser $parser
	 * @param PPFrame|null $frame
	 * @param Config $config
	 */
	public function __construct( $parser, $frame, $config ) {
		$this->parser = $parser;
		$this->frame = $frame;
		$this->config = $config;
	}

	/**
	 * Counts one more question.
	 * @return bool Whether the page may ask it
	 */
	public function mayAsk(): bool {
		$count = $this->queries() + 1;
		$this->parser->getOutput()->setExtensionData( self::QUERIES, $count );
		return $count <= $this->config->get( 'ConferMaxQueriesPerPage' );
	}

	/** @return int How many questions the page has asked so far */
	public function queries(): int {
		return $this->parser->getOutput()->getExtensionData( self::QUERIES ) ?? 0;
	}

	public function begin(): void {
		$output = $this->parser->getOutput();
		$output->addModuleStyles( [ 'ext.confer.styles' ] );
		$output->updateCacheExpiry( (int)$this->config->get( 'ConferPageTime' ) );
	}

	/** @param string $category The message that names the tracking category */
	public function hasTrouble( string $category ): void {
		$this->parser->addTrackingCategory( $category );
		$this->parser->getOutput()->updateCacheExpiry( self::TIME_WITH_TROUBLE );
	}

	/** @return bool Whether the extension Cite is there */
	public function canCite(): bool {
		return in_array( 'ref', $this->parser->getTags(), true );
	}

	/**
	 * @param string $name Of a reference
	 * @return bool Whether it was described before; from now on it is
	 */
	public function describes( string $name ): bool {
		$output = $this->parser->getOutput();
		$described = $output->getExtensionData( self::DESCRIBED ) ?? [];
		$before = isset( $described[$name] );
		$described[$name] = true;
		$output->setExtensionData( self::DESCRIBED, $described );
		return $before;
	}

	/**
	 * @param string $wikitext Nothing in it may come from outside unescaped
	 * @return string HTML
	 */
	public function parse( string $wikitext ): string {
		return $this->parser->recursiveTagParse( $wikitext, $this->frame ?? false );
	}

	/** @param string $url An address that the page links to */
	public function linksTo( string $url ): void {
		$this->parser->getOutput()->addExternalLink( $url );
	}

	/**
	 * A message in the page's language, as plain text.
	 * @param string $key
	 * @param string|int ...$parameters Shown as they are, whatever they hold
	 * @return string
	 */
	public function text( string $key, ...$parameters ): string {
		$message = wfMessage( $key )->inLanguage( $this->parser->getTargetLanguage() );
		foreach ( $parameters as $parameter ) {
			if ( is_int( $parameter ) ) {
				$message->numParams( $parameter );
			} else {
				$message->plaintextParams( $parameter );
			}
		}
		return $message->text();
	}

	/**
	 * @param string[] $texts HTML
	 * @return string "A, B and C"
	 */
	public function listed( array $texts ): string {
		return $this->parser->getTargetLanguage()->listToText( $texts );
	}

	/**
	 * @param int $seconds Since 1970
	 * @return string
	 */
	public function time( int $seconds ): string {
		return $this->parser->getTargetLanguage()->timeanddate( wfTimestamp( TS_MW, $seconds ), true );
	}
}
