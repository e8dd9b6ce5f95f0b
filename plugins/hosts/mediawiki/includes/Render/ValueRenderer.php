<?php

namespace MediaWiki\Extension\Confer\Render;

/** What stands in the first column, in a sentence: one value, or a few as "A, B and C". */
class ValueRenderer extends Renderer {
	/** @inheritDoc */
	public function html(): string {
		if ( !$this->answer->rows ) {
			return Markup::escape( $this->page->text( 'confer-none' ) );
		}
		$values = [];
		for ( $row = 0; $row < $this->rowsShown(); ++$row ) {
			$values[] = Markup::text( $this->answer->text( $row, $this->answer->shown[0] ) ) .
				$this->references->cite( $this->answer->citedByRow( $row ) );
		}
		$left = count( $this->answer->rows ) - count( $values );
		if ( $left > 0 ) {
			$values[] = Markup::escape( $this->page->text( 'confer-more-values', $left ) );
		}
		return $this->page->listed( $values );
	}
}
