<?php

namespace MediaWiki\Extension\Confer\Answer;

/** An answer of the engine, read from its JSON: what isn't as it should be is left out. */
class Answer {
	/** @var string[] */
	public array $columns = [];
	/** @var int[] The places of the columns that are shown */
	public array $shown = [];
	/** @var array[] Each with a value for each column, as in the engine's JSON */
	public array $rows = [];
	/** @var array<string,Source> By id */
	public array $sources = [];
	/** @var string[] */
	public array $notices = [];
	/** @var string table, matrix, tree or value */
	public string $view;
	/** @var array[] By row: ids of sources */
	private array $citations;
	/** @var array<int,bool> Of the columns that were asked for: whether they hold numbers */
	private array $numeric = [];
	/** @var array[]|null By row and column: ids of sources; null where only rows are cited */
	private ?array $cellCitations;

	/**
	 * @param string $json
	 * @return self|null Null if it isn't an answer at all
	 */
	public static function read( string $json ): ?self {
		$decoded = json_decode( $json, true, 128, JSON_BIGINT_AS_STRING );
		if ( !is_array( $decoded ) || !is_array( $decoded['columns'] ?? null ) ||
			!is_array( $decoded['rows'] ?? null )
		) {
			return null;
		}
		return new self( $decoded );
	}

	private function __construct( array $json ) {
		$this->columns = array_values( array_map( [ CellText::class, 'of' ], $json['columns'] ) );
		$this->shown = array_keys( $this->columns );
		$width = count( $this->columns );
		foreach ( $json['rows'] as $row ) {
			$cells = is_array( $row ) ? array_values( $row ) : [];
			$this->rows[] = array_slice( array_pad( $cells, $width, null ), 0, $width );
		}
		foreach ( self::listOf( $json, 'sources' ) as $id => $source ) {
			if ( is_array( $source ) ) {
				$this->sources[$id] = new Source( (string)$id, $source );
			}
		}
		foreach ( self::listOf( $json, 'notices' ) as $notice ) {
			$this->notices[] = CellText::of( $notice );
		}
		$this->view = is_string( $json['view'] ?? null ) ? $json['view'] : 'table';
		$this->citations = self::listOf( $json, 'citations' );
		$cells = $json['cell_citations'] ?? null;
		$this->cellCitations = is_array( $cells ) ? $cells : null;
	}

	/**
	 * Shows these columns only, in this order.
	 * @param string[] $names
	 * @return string|null A name that no column has; then nothing changes
	 */
	public function show( array $names ): ?string {
		$shown = [];
		foreach ( $names as $name ) {
			$place = array_search( $name, $this->columns, true );
			if ( $place === false ) {
				return $name;
			}
			$shown[] = $place;
		}
		$this->shown = $shown ?: $this->shown;
		return null;
	}

	/**
	 * @param int $row
	 * @param int $column
	 * @return Source[] What the cell rests on; what whole rows rest on stands at the first that is shown
	 */
	public function cited( int $row, int $column ): array {
		if ( $this->cellCitations !== null ) {
			return $this->find( $this->cellCitations[$row][$column] ?? null );
		}
		return $column === $this->shown[0] ? $this->citedByRow( $row ) : [];
	}

	/**
	 * @param int $row
	 * @return Source[]
	 */
	public function citedByRow( int $row ): array {
		return $this->find( $this->citations[$row] ?? null );
	}

	/**
	 * @param int $row
	 * @param int $column
	 * @return string Plain text
	 */
	public function text( int $row, int $column ): string {
		return CellText::of( $this->rows[$row][$column] );
	}

	/**
	 * @param int $column
	 * @return bool Whether it holds numbers
	 */
	public function isNumeric( int $column ): bool {
		$this->numeric[$column] ??= $this->holdsNumbers( $column );
		return $this->numeric[$column];
	}

	private function holdsNumbers( int $column ): bool {
		$some = false;
		foreach ( $this->rows as $row ) {
			if ( is_int( $row[$column] ) || is_float( $row[$column] ) ) {
				$some = true;
			} elseif ( $row[$column] !== null ) {
				return false;
			}
		}
		return $some;
	}

	/**
	 * @param mixed $ids
	 * @return Source[] Each once, in the order of the answer's sources
	 */
	private function find( $ids ): array {
		$wanted = array_flip( array_filter( is_array( $ids ) ? $ids : [], 'is_string' ) );
		return $wanted ? array_values( array_intersect_key( $this->sources, $wanted ) ) : [];
	}

	private static function listOf( array $json, string $name ): array {
		return is_array( $json[$name] ?? null ) ? $json[$name] : [];
	}
}
