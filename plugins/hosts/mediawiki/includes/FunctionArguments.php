<?php

namespace MediaWiki\Extension\Confer;

use Parser;
use PPFrame;

/** What is written in {{#confer:question|name=value|…}}. */
class FunctionArguments {
	/**
	 * @param Parser $parser
	 * @param PPFrame $frame
	 * @param array $arguments The first is the question, whatever it holds; the others are options
	 * @return array{string,array<string,string>}
	 */
	public static function read( $parser, $frame, array $arguments ): array {
		$texts = [];
		foreach ( $arguments as $argument ) {
			// Outputs of other tags have no place in a question.
			$texts[] = trim( $parser->killMarkers( $frame->expand( $argument ) ) );
		}
		$question = array_shift( $texts ) ?? '';
		$options = [];
		foreach ( $texts as $text ) {
			[ $name, $value ] = explode( '=', $text, 2 ) + [ 1 => '' ];
			$options[strtolower( trim( $name ) )] = trim( $value );
		}
		return [ $question, $options ];
	}
}
