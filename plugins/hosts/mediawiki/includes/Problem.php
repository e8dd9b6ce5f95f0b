<?php

namespace MediaWiki\Extension\Confer;

/** Why there is no answer, to be shown in its place. */
class Problem extends \Exception {
	/** @var string[] */
	public array $hints;
	public string $excerpt;

	/**
	 * @param string $message
	 * @param string[] $hints
	 * @param string $excerpt The place in the question, with a caret under it
	 */
	public function __construct( string $message, array $hints = [], string $excerpt = '' ) {
		parent::__construct( $message );
		$this->hints = $hints;
		$this->excerpt = $excerpt;
	}
}
