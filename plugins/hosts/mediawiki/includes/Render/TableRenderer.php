<?php

namespace MediaWiki\Extension\Confer\Render;

/** A row each. */
class TableRenderer extends Renderer {
	/** @inheritDoc */
	public function html(): string {
		if ( !$this->answer->rows ) {
			return $this->paragraph( 'confer-more', $this->page->text( 'confer-no-rows' ) );
		}
		$caption = $this->options->heading();
		return Markup::element( 'div', [ 'class' => 'confer-wide' ],
			Markup::element( 'table', [ 'class' => 'wikitable ' . $this->tableClass() ],
				( $caption === '' ? '' : '<caption>' . Markup::text( $caption ) . '</caption>' ) .
				$this->head() . '<tbody>' . $this->body() . '</tbody>'
			) ) . $this->rowsLeft();
	}

	protected function tableClass(): string {
		return 'confer-table';
	}

	/** @return int[] The places of the columns to draw */
	protected function columns(): array {
		return $this->answer->shown;
	}

	/** @return string HTML that comes before this row */
	protected function before( int $row ): string {
		return '';
	}

	protected function cellClass( int $row, int $column ): string {
		return $this->answer->isNumeric( $column ) ? 'confer-number' : '';
	}

	private function body(): string {
		$html = '';
		for ( $row = 0; $row < $this->rowsShown(); ++$row ) {
			$html .= $this->before( $row ) . '<tr>';
			foreach ( $this->columns() as $place => $column ) {
				$attributes = $place === 0 ? [ 'scope' => 'row' ] : [ 'class' => $this->cellClass( $row, $column ) ];
				$html .= Markup::element( $place === 0 ? 'th' : 'td', $attributes, $this->cell( $row, $column ) );
			}
			$html .= '</tr>';
		}
		return $html;
	}

	private function head(): string {
		$html = '';
		foreach ( $this->columns() as $column ) {
			$html .= Markup::element(
				'th',
				[ 'scope' => 'col', 'class' => $this->answer->isNumeric( $column ) ? 'confer-number' : '' ],
				Markup::text( $this->answer->columns[$column] )
			);
		}
		return "<thead><tr>$html</tr></thead>";
	}
}
