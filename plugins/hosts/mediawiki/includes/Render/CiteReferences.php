<?php

namespace MediaWiki\Extension\Confer\Render;

use MediaWiki\Extension\Confer\Page;

/**
 * References of the extension Cite, numbered together with those that people wrote. A source is described where the
 * page first cites it; afterwards, and by other answers, it is only named.
 */
class CiteReferences implements References {
	private Page $page;

	/**
	 * @param Page $page
	 */
	public function __construct( Page $page ) {
		$this->page = $page;
	}

	/** @inheritDoc */
	public function cite( array $sources ): string {
		$wikitext = '';
		foreach ( $sources as $source ) {
			$isPlain = preg_match( '/^[A-Za-z0-9-]{1,40}$/D', $source->id );
			$name = 'confer-' . ( $isPlain ? $source->id : md5( $source->id ) );
			$wikitext .= $this->page->describes( $name )
				? "<ref name=\"$name\" />"
				: "<ref name=\"$name\">" . $this->describe( $source ) . '</ref>';
		}
		return $wikitext === '' ? '' : $this->page->parse( $wikitext );
	}

	/** @inheritDoc */
	public function notes(): string {
		return '';
	}

	/**
	 * @param \MediaWiki\Extension\Confer\Answer\Source $source
	 * @return string Wikitext
	 */
	private function describe( $source ): string {
		$text = Markup::text( $source->citation );
		if ( $source->url !== '' ) {
			$text = '[' . Markup::linkTarget( $source->url ) . " $text]";
		}
		return $source->weak ? "$text " . Markup::escape( $this->page->text( 'confer-weak' ) ) : $text;
	}
}
