<?php

namespace MediaWiki\Extension\Confer\Render;

use MediaWiki\Extension\Confer\Answer\Source;
use MediaWiki\Extension\Confer\Page;

/** Numbers behind a value in a sentence that lead to the sources themselves, for wikis without the extension Cite. */
class SourceLinks implements References {
	private Page $page;
	/** @var string[] The ids of those that were cited, in the order of their numbers */
	private array $cited = [];

	/**
	 * @param Page $page
	 */
	public function __construct( Page $page ) {
		$this->page = $page;
	}

	/** @inheritDoc */
	public function cite( array $sources ): string {
		$html = '';
		foreach ( $sources as $source ) {
			$html .= $this->link( $source );
		}
		return $html === '' ? '' : Markup::element( 'sup', [ 'class' => 'reference' ], $html );
	}

	/** @inheritDoc */
	public function notes(): string {
		return '';
	}

	private function link( Source $source ): string {
		$place = array_search( $source->id, $this->cited, true );
		if ( $place === false ) {
			$place = array_push( $this->cited, $source->id ) - 1;
		}
		$number = '&#91;' . ( $place + 1 ) . '&#93;';
		$title = $source->weak ? $source->citation . ' ' . $this->page->text( 'confer-weak' ) : $source->citation;
		if ( $source->url === '' ) {
			return Markup::element( 'span', [ 'title' => $title ], $number );
		}
		$url = Markup::linkTarget( $source->url );
		$this->page->linksTo( $url );
		return Markup::element( 'a', [ 'href' => $url, 'rel' => 'nofollow', 'title' => $title ], $number );
	}
}
