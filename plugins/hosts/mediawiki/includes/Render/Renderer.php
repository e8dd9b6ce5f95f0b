<?php

namespace MediaWiki\Extension\Confer\Render;

use MediaWiki\Extension\Confer\Answer\Answer;
use MediaWiki\Extension\Confer\Options;
use MediaWiki\Extension\Confer\Page;

/** One way to show an answer. */
abstract class Renderer {
	protected Page $page;
	protected Options $options;
	protected Answer $answer;
	protected References $references;

	/**
	 * @param Page $page
	 * @param Options $options
	 * @param Answer $answer
	 * @param References $references
	 */
	public function __construct( Page $page, Options $options, Answer $answer, References $references ) {
		$this->page = $page;
		$this->options = $options;
		$this->answer = $answer;
		$this->references = $references;
	}

	/** @return string HTML */
	abstract public function html(): string;

	/** @return int How many rows are shown */
	protected function rowsShown(): int {
		return min( count( $this->answer->rows ), $this->options->rows );
	}

	/** @return string HTML that says how many rows aren't shown */
	protected function rowsLeft(): string {
		$left = count( $this->answer->rows ) - $this->rowsShown();
		return $left > 0 ? $this->paragraph( 'confer-more', $this->page->text( 'confer-more-rows', $left ) ) : '';
	}

	protected function paragraph( string $class, string $text ): string {
		return Markup::element( 'p', [ 'class' => $class ], Markup::text( $text ) );
	}

	protected function cell( int $row, int $column ): string {
		return Markup::text( $this->answer->text( $row, $column ) ) .
			$this->references->cite( $this->answer->cited( $row, $column ) );
	}
}
