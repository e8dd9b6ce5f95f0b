<?php

namespace MediaWiki\Extension\Confer\Render;

use MediaWiki\Extension\Confer\Answer\Source;
use MediaWiki\Extension\Confer\Page;

/** Footnotes below each answer, for wikis without the extension Cite. */
class OwnReferences implements References {
	private Page $page;
	/** @var string Begins the anchors of this answer */
	private string $prefix;
	/** @var Source[] In the order of their numbers */
	private array $cited = [];
	/** @var array<string,int> By id */
	private array $numbers = [];

	/**
	 * @param Page $page
	 */
	public function __construct( Page $page ) {
		$this->page = $page;
		$this->prefix = 'confer-' . $page->queries() . '-';
	}

	/** @inheritDoc */
	public function cite( array $sources ): string {
		$html = '';
		foreach ( $sources as $source ) {
			if ( !isset( $this->numbers[$source->id] ) ) {
				$this->cited[] = $source;
				$this->numbers[$source->id] = count( $this->cited );
			}
			$number = (string)$this->numbers[$source->id];
			$html .= Markup::element(
				'a', [ 'href' => "#$this->prefix$number", 'title' => $source->citation ], "&#91;$number&#93;"
			);
		}
		return $html === '' ? '' : Markup::element( 'sup', [ 'class' => 'reference' ], $html );
	}

	/** @inheritDoc */
	public function notes(): string {
		$items = '';
		foreach ( $this->cited as $i => $source ) {
			$items .= Markup::element( 'li', [ 'id' => $this->prefix . ( $i + 1 ) ], $this->describe( $source ) );
		}
		return $items === '' ? '' : Markup::element( 'ol', [ 'class' => 'references confer-sources' ], $items );
	}

	private function describe( Source $source ): string {
		$html = Markup::text( $source->citation );
		if ( $source->url !== '' ) {
			$url = Markup::linkTarget( $source->url );
			$this->page->linksTo( $url );
			$html = Markup::element( 'a', [ 'class' => 'external text', 'rel' => 'nofollow', 'href' => $url ], $html );
		}
		return $source->weak ? "$html " . Markup::escape( $this->page->text( 'confer-weak' ) ) : $html;
	}
}
