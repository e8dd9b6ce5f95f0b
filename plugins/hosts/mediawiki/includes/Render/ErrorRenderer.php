<?php

namespace MediaWiki\Extension\Confer\Render;

use MediaWiki\Extension\Confer\Page;

/** What is wrong, in the place of the answer. */
class ErrorRenderer {
	private Page $page;

	/**
	 * @param Page $page
	 */
	public function __construct( Page $page ) {
		$this->page = $page;
	}

	/**
	 * @param string $message
	 * @param string[] $hints
	 * @param string $excerpt The place in the question, with a caret under it
	 * @return string HTML
	 */
	public function block( string $message, array $hints = [], string $excerpt = '' ): string {
		$html = '<p>' . $this->strong( $message ) . '</p>';
		if ( $excerpt !== '' ) {
			$html .= '<pre>' . Markup::escapeLines( $excerpt ) . '</pre>';
		}
		$items = '';
		foreach ( $hints as $hint ) {
			$items .= '<li>' . Markup::prose( $hint ) . '</li>';
		}
		if ( $items !== '' ) {
			$html .= "<ul>$items</ul>";
		}
		return Markup::element( 'div', [ 'class' => 'confer confer-error' ], $html );
	}

	/**
	 * @param string $message
	 * @param string[] $hints
	 * @return string HTML for a sentence
	 */
	public function inline( string $message, array $hints = [] ): string {
		return Markup::element( 'span',
			[ 'class' => 'confer-error-inline', 'title' => implode( ' · ', $hints ) ], $this->strong( $message ) );
	}

	/**
	 * @param array $error The engine's
	 * @return array{string,string[],string} Message, hints, excerpt
	 */
	public static function parts( array $error ): array {
		$hints = array_filter( is_array( $error['hints'] ?? null ) ? $error['hints'] : [], 'is_string' );
		$rendered = is_string( $error['rendered'] ?? null ) ? $error['rendered'] : '';
		preg_match_all( '/^ *\d* \| .*$/mu', $rendered, $lines );
		return [ (string)$error['message'], array_values( $hints ), implode( "\n", $lines[0] ?? [] ) ];
	}

	private function strong( string $message ): string {
		return Markup::element( 'strong', [ 'class' => 'error' ],
			Markup::prose( $this->page->text( 'confer-error', $message ) ) );
	}
}
