<?php

namespace MediaWiki\Extension\Confer;

/** What is asked and how the answer shall look, from the attributes of a tag or the options of the parser function. */
class Options {
	public const FORMATS = [ 'table', 'list', 'matrix', 'graph', 'value' ];
	private const NAMES = [ 'format', 'caption', 'columns', 'rows', 'sources' ];
	private const YES = [ 'yes', 'true', '1', '' ];
	private const NO = [ 'no', 'false', '0' ];

	public string $statement;
	/** @var string One of FORMATS; '' for what suits the answer */
	public string $format;
	/** @var string|null What the page gives; '' for none; null where it says nothing */
	public ?string $caption;
	/** @var string[] The names of the columns to show; none for all */
	public array $columns = [];
	public int $rows;
	public bool $sources = true;
	/** @var array What is wrong with them: a message's key and parameters; empty if nothing is */
	public array $problem = [];

	/**
	 * @param string $statement
	 * @param array<string,string> $given
	 * @param int $maxRows
	 */
	public function __construct( string $statement, array $given, int $maxRows ) {
		$this->statement = trim( preg_replace( '/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/', '', $statement ) );
		$this->format = strtolower( trim( $given['format'] ?? '' ) );
		$this->caption = isset( $given['caption'] ) ? trim( $given['caption'] ) : null;
		$this->rows = $maxRows;
		foreach ( explode( ',', $given['columns'] ?? '' ) as $name ) {
			if ( trim( $name ) !== '' ) {
				$this->columns[] = trim( $name );
			}
		}
		$this->check( $given, $maxRows );
	}

	/** @return string The caption as wished; else the question, unless it is a pattern */
	public function heading(): string {
		return $this->caption ?? ( preg_match( '/[\n(){}]/', $this->statement ) ? '' : $this->statement );
	}

	private function check( array $given, int $maxRows ): void {
		foreach ( array_keys( $given ) as $name ) {
			if ( !in_array( (string)$name, self::NAMES, true ) ) {
				$this->problem = [ 'confer-unknown-option', (string)$name, implode( ', ', self::NAMES ) ];
				return;
			}
		}
		if ( $this->format !== '' && !in_array( $this->format, self::FORMATS, true ) ) {
			$this->problem = [ 'confer-unknown-format', $this->format, implode( ', ', self::FORMATS ) ];
			return;
		}
		$rows = trim( $given['rows'] ?? (string)$maxRows );
		if ( !preg_match( '/^[1-9]\d{0,8}$/D', $rows ) ) {
			$this->problem = [ 'confer-wrong-rows', $rows ];
			return;
		}
		$this->rows = min( (int)$rows, $maxRows );
		$sources = strtolower( trim( $given['sources'] ?? 'yes' ) );
		if ( !in_array( $sources, self::YES, true ) && !in_array( $sources, self::NO, true ) ) {
			$this->problem = [ 'confer-wrong-sources', $sources ];
			return;
		}
		$this->sources = !in_array( $sources, self::NO, true );
	}
}
