<?php

namespace MediaWiki\Extension\Confer\Render;

/**
 * The only place where text becomes markup. Texts are strangers': from pages, from the graph, from the engine.
 *
 * One escaping serves HTML, attributes and wikitext alike: every sign that any of them could take for more than itself
 * becomes a numeric reference, so that what is written for one place does no harm in another (references are parsed as
 * wikitext, and what a tag gives can be moved by templates).
 */
class Markup {
	private const TURNING = '/[\x{0590}-\x{08FF}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}' .
		'\x{FB1D}-\x{FDFF}\x{FE70}-\x{FEFF}\x{10800}-\x{10FFF}]/u';

	private const UNSEEN = '/[\x{00}-\x{08}\x{0A}-\x{1F}\x{7F}-\x{9F}\x{FDD0}-\x{FDEF}\x{FFFE}\x{FFFF}]/u';

	/**
	 * @param string $text
	 * @return string Without markup, on one line
	 */
	public static function escape( string $text ): string {
		$text = preg_replace( '/\s+/u', ' ', trim( $text ) ) ?? '';
		return self::escapeSigns( $text );
	}

	/**
	 * @param string $text
	 * @return string For <pre>: lines and spaces stay
	 */
	public static function escapeLines( string $text ): string {
		return implode( "\n", array_map( [ self::class, 'escapeSigns' ], explode( "\n", $text ) ) );
	}

	/**
	 * @param string $text
	 * @return string As escape(), kept from turning what is around it when it is written from right to left
	 */
	public static function text( string $text ): string {
		$escaped = self::escape( $text );
		return preg_match( self::TURNING, $text ) ? "<bdi>$escaped</bdi>" : $escaped;
	}

	/**
	 * @param string $text
	 * @return string As text(); what the engine quotes in backticks is shown as code
	 */
	public static function prose( string $text ): string {
		$html = '';
		$pieces = explode( '`', preg_replace( '/\s+/u', ' ', $text ) ?? '' );
		$last = count( $pieces ) - 1;
		foreach ( $pieces as $i => $piece ) {
			if ( $i % 2 === 0 ) {
				$html .= self::escapeSigns( $piece );
			} elseif ( $i < $last ) {
				$html .= '<code>' . self::escapeSigns( $piece ) . '</code>';
			} else {
				$html .= self::escapeSigns( '`' . $piece );
			}
		}
		return preg_match( self::TURNING, $text ) ? "<bdi>$html</bdi>" : $html;
	}

	/**
	 * @param string $name
	 * @param array<string,string> $attributes Those that are '' are left out
	 * @param string $html
	 * @return string
	 */
	public static function element( string $name, array $attributes, string $html ): string {
		$tag = "<$name";
		foreach ( $attributes as $attribute => $value ) {
			if ( $value !== '' ) {
				$tag .= " $attribute=\"" . self::escape( $value ) . '"';
			}
		}
		return "$tag>$html</$name>";
	}

	/**
	 * @param string $url http or https
	 * @return string As the target of an external link in wikitext, which ends at a space and at markup
	 */
	public static function linkTarget( string $url ): string {
		$encoded = preg_replace_callback(
			'/[^A-Za-z0-9\-._~:\/?#@!$&()*+,;=%]/',
			static fn ( array $match ): string => rawurlencode( $match[0] ),
			$url
		);
		return str_replace( '__', '_%5F', $encoded );  // `__NOINDEX__` would be a switch
	}

	private static function escapeSigns( string $text ): string {
		// What isn't to be seen and what the parser uses for its own marks (U+007F); and what isn't a character.
		$text = preg_replace( self::UNSEEN, '', $text );
		// Of ASCII, letters, digits, spaces, full stops, commas, round brackets and single hyphens stand as they are.
		// Wikis in Japanese know switches between fullwidth underscores.
		$text = preg_replace_callback(
			'/(?<=-)-|-(?=-)|[^A-Za-z0-9 .,()\-\x{80}-\x{10FFFF}]|\x{FF3F}/u',
			static fn ( array $match ): string => '&#' . mb_ord( $match[0], 'UTF-8' ) . ';',
			$text ?? ''
		);
		// `RFC 1` becomes a link.
		return preg_replace( '/(RFC|PMID|ISBN)(\p{Z})(?=\d)/u', '$1&#32;', $text ) ?? '';
	}
}
