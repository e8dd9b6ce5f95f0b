<?php

namespace MediaWiki\Extension\Confer\Render;

/** An item for each row: what stands in its first cell, then what there is in the others. */
class ListRenderer extends Renderer {
	/** @inheritDoc */
	public function html(): string {
		if ( !$this->answer->rows ) {
			return $this->paragraph( 'confer-more', $this->page->text( 'confer-no-rows' ) );
		}
		$items = '';
		for ( $row = 0; $row < $this->rowsShown(); ++$row ) {
			$items .= '<li>' . $this->item( $row ) . '</li>';
		}
		$caption = $this->options->heading();
		return ( $caption === '' ? '' : $this->paragraph( 'confer-caption', $caption ) ) .
			Markup::element( 'ul', [ 'class' => 'confer-list' ], $items ) . $this->rowsLeft();
	}

	private function item( int $row ): string {
		$columns = $this->answer->shown;
		$html = $this->cell( $row, array_shift( $columns ) );
		foreach ( $columns as $column ) {
			if ( $this->answer->text( $row, $column ) !== '' ) {
				$html .= ' · ' . Markup::element(
					'span', [ 'class' => 'confer-name' ], Markup::text( $this->answer->columns[$column] )
				) . '&#58; ' . $this->cell( $row, $column );
			}
		}
		return $html;
	}
}
