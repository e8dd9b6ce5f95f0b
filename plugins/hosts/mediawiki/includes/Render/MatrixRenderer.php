<?php

namespace MediaWiki\Extension\Confer\Render;

/** A comparison. That nobody has looked isn't a no, and looks different. */
class MatrixRenderer extends TableRenderer {
	/** What the engine writes, and the ends of our classes and messages. */
	private const KINDS = [
		'yes' => 'yes', 'rejected' => 'rejected', 'not recorded' => 'not-recorded', 'unknown' => 'unknown',
	];
	private const SYMBOLS = [ 'yes' => '✓', 'rejected' => '✗', 'not-recorded' => '·', 'unknown' => '?' ];

	/** @var int[]|null The places of the columns of things */
	private ?array $things = null;
	/** @var array<string,true> The kinds that were drawn */
	private array $drawn = [];

	/** @inheritDoc */
	public function html(): string {
		$html = parent::html();
		$items = '';
		foreach ( array_intersect_key( self::SYMBOLS, $this->drawn ) as $kind => $symbol ) {
			$items .= '<li>' . $this->mark( $kind ) . ' ' .
				Markup::escape( $this->page->text( "confer-meaning-$kind" ) ) . '</li>';
		}
		return $items === '' ? $html : $html . Markup::element( 'ul', [ 'class' => 'confer-legend' ], $items );
	}

	/** @inheritDoc */
	protected function tableClass(): string {
		return 'confer-table confer-matrix';
	}

	/** @inheritDoc */
	protected function columns(): array {
		return array_slice( parent::columns(), $this->isGrouped() ? 1 : 0 );
	}

	/** @inheritDoc */
	protected function before( int $row ): string {
		$column = parent::columns()[0];
		$group = $this->answer->text( $row, $column );
		if ( !$this->isGrouped() || ( $row > 0 && $group === $this->answer->text( $row - 1, $column ) ) ) {
			return '';
		}
		$attributes = [ 'scope' => 'rowgroup', 'colspan' => (string)count( $this->columns() ) ];
		return Markup::element( 'tr', [ 'class' => 'confer-group' ],
			Markup::element( 'th', $attributes, Markup::text( $group ) ) );
	}

	/** @inheritDoc */
	protected function cell( int $row, int $column ): string {
		$kind = $this->kind( $row, $column );
		if ( $kind === '' ) {
			return parent::cell( $row, $column );
		}
		$this->drawn[$kind] = true;
		return $this->mark( $kind ) . $this->references->cite( $this->answer->cited( $row, $column ) );
	}

	/** @inheritDoc */
	protected function cellClass( int $row, int $column ): string {
		$kind = $this->kind( $row, $column );
		return $kind === '' ? parent::cellClass( $row, $column ) : "confer-$kind";
	}

	private function mark( string $kind ): string {
		return Markup::element( 'span', [ 'class' => 'confer-mark' ], self::SYMBOLS[$kind] ) . ' ' .
			Markup::escape( $this->page->text( "confer-kind-$kind" ) );
	}

	/** @return string '' of what isn't a cell of a thing */
	private function kind( int $row, int $column ): string {
		return in_array( $column, $this->things(), true )
			? self::KINDS[$this->answer->text( $row, $column )] ?? ''
			: '';
	}

	/** The first of several columns before those of the things says how they have what is compared. */
	private function isGrouped(): bool {
		$shown = $this->answer->shown;
		return count( $shown ) > 2 && !array_intersect( array_slice( $shown, 0, 2 ), $this->things() );
	}

	/** @return int[] */
	private function things(): array {
		if ( $this->things === null ) {
			$this->things = [];
			foreach ( $this->answer->shown as $column ) {
				$isOther = static fn ( array $row ): bool => !self::isKind( $row[$column] );
				if ( !array_filter( $this->answer->rows, $isOther ) ) {
					$this->things[] = $column;
				}
			}
		}
		return $this->things;
	}

	/**
	 * @param mixed $cell
	 * @return bool
	 */
	private static function isKind( $cell ): bool {
		return is_string( $cell ) && isset( self::KINDS[$cell] );
	}
}
