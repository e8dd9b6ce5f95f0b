<?php

namespace MediaWiki\Extension\Confer\Answer;

/** What a claim rests on. */
class Source {
	public string $id;
	/** @var string Title, authors, publisher and year, in a few sentences */
	public string $citation;
	/** @var string Where to read it; '' unless http or https */
	public string $url;
	/** @var bool Whether the graph grades it weak */
	public bool $weak;

	/**
	 * @param string $id
	 * @param array $json
	 */
	public function __construct( string $id, array $json ) {
		$this->id = $id;
		$part = static fn ( string $name ): string => CellText::of( $json[$name] ?? null );
		$sentences = [ $part( 'title' ) !== '' ? $part( 'title' ) : $id ];
		// Publishers often name the authors already.
		if ( $part( 'authors' ) !== '' && strpos( $part( 'publisher' ), $part( 'authors' ) ) === false ) {
			$sentences[] = $part( 'authors' );
		}
		$published = array_filter( [ $part( 'publisher' ), $part( 'year' ) ], static fn ( $text ) => $text !== '' );
		if ( $published ) {
			$sentences[] = implode( ', ', $published );
		}
		$this->citation = array_shift( $sentences );
		foreach ( $sentences as $sentence ) {
			$this->citation .= ( preg_match( '/[.?!]$/D', $this->citation ) ? ' ' : '. ' ) . $sentence;
		}
		$this->url = preg_match( '!^https?://[^/\s]!i', $part( 'url' ) ) ? $part( 'url' ) : '';
		$this->weak = ( $json['weak'] ?? false ) === true;
	}
}
