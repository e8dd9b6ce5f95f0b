<?php

namespace MediaWiki\Extension\Confer;

use Config;
use MediaWiki\Extension\Confer\Answer\Answer;
use MediaWiki\Extension\Confer\Engine\Engine;
use MediaWiki\Extension\Confer\Engine\KeptAnswer;
use MediaWiki\Extension\Confer\Engine\Outcome;
use MediaWiki\Extension\Confer\Render\CiteReferences;
use MediaWiki\Extension\Confer\Render\ErrorRenderer;
use MediaWiki\Extension\Confer\Render\ListRenderer;
use MediaWiki\Extension\Confer\Render\Markup;
use MediaWiki\Extension\Confer\Render\MatrixRenderer;
use MediaWiki\Extension\Confer\Render\NoReferences;
use MediaWiki\Extension\Confer\Render\OwnReferences;
use MediaWiki\Extension\Confer\Render\PictureRenderer;
use MediaWiki\Extension\Confer\Render\References;
use MediaWiki\Extension\Confer\Render\SourceLinks;
use MediaWiki\Extension\Confer\Render\TableRenderer;
use MediaWiki\Extension\Confer\Render\ValueRenderer;

/** From a question on a page to what stands there instead. */
class PageAsker {
	private Engine $engine;
	/** @var Config */
	private $config;
	private Page $page;

	/**
	 * @param Engine $engine
	 * @param Config $config
	 * @param Page $page
	 */
	public function __construct( Engine $engine, $config, Page $page ) {
		$this->engine = $engine;
		$this->config = $config;
		$this->page = $page;
	}

	/**
	 * @param string $statement
	 * @param array<string,string> $attributes
	 * @return string HTML
	 */
	public function block( string $statement, array $attributes ): string {
		return $this->ask( $statement, $attributes, false );
	}

	/**
	 * @param string $statement
	 * @param array<string,string> $attributes
	 * @return string HTML
	 */
	public function inline( string $statement, array $attributes ): string {
		return $this->ask( $statement, $attributes + [ 'format' => 'value' ], true );
	}

	private function ask( string $statement, array $attributes, bool $isInline ): string {
		$this->page->begin();
		$options = new Options( $statement, $attributes, (int)$this->config->get( 'ConferMaxRows' ) );
		$isInline = $isInline && $options->format === 'value';
		try {
			return $this->answered( $options, $isInline );
		} catch ( Problem $problem ) {
			$this->page->hasTrouble( 'confer-error-category' );
			$errors = new ErrorRenderer( $this->page );
			return $isInline
				? $errors->inline( $problem->getMessage(), $problem->hints )
				: $errors->block( $problem->getMessage(), $problem->hints, $problem->excerpt );
		}
	}

	/** @throws Problem */
	private function answered( Options $options, bool $isInline ): string {
		$this->check( $options );
		$outcome = $this->outcome( $options->statement, 'json' );
		$answer = Answer::read( $outcome->answer->body );
		if ( !$answer ) {
			throw $this->problem( 'confer-not-an-answer' );
		}
		$unknown = $answer->show( $options->columns );
		if ( $unknown !== null ) {
			throw $this->problem( 'confer-unknown-column', $unknown, implode( ', ', $answer->columns ) );
		}
		if ( !$answer->columns ) {
			throw $this->problem( 'confer-not-an-answer' );
		}
		$references = $this->references( $options, $isInline );
		$html = $this->rendered( $options, $answer, $references, $outcome );
		if ( $outcome->stale ) {
			$this->page->hasTrouble( 'confer-stale-category' );
		}
		if ( $isInline ) {
			return Markup::element( 'span', [
				'class' => $outcome->stale ? 'confer-value confer-stale-value' : 'confer-value',
				'title' => $this->origin( $options, $outcome ),
			], $html );
		}
		foreach ( $answer->notices as $notice ) {
			$html .= Markup::element( 'p', [ 'class' => 'confer-notice' ], Markup::prose( $notice ) );
		}
		return Markup::element( 'div', [ 'class' => 'confer' ],
			$html . $references->notes() . $this->foot( $options, $outcome ) );
	}

	/** @throws Problem */
	private function check( Options $options ): void {
		if ( $options->problem ) {
			throw $this->problem( ...$options->problem );
		}
		if ( $options->statement === '' ) {
			throw $this->problem( 'confer-no-question' );
		}
		$most = (int)$this->config->get( 'ConferMaxQueryLength' );
		if ( strlen( $options->statement ) > $most ) {
			throw $this->problem( 'confer-long-question', $most );
		}
		if ( !$this->page->mayAsk() ) {
			throw $this->problem( 'confer-too-many', (int)$this->config->get( 'ConferMaxQueriesPerPage' ) );
		}
	}

	/** @throws Problem */
	private function outcome( string $statement, string $format ): Outcome {
		$outcome = $this->engine->ask( $statement, $format );
		if ( $outcome->error ) {
			throw new Problem( ...ErrorRenderer::parts( $outcome->error ) );
		}
		if ( !$outcome->answer ) {
			throw $this->problem( $outcome->trouble );
		}
		return $outcome;
	}

	/** @throws Problem */
	private function rendered(
		Options $options, Answer $answer, References $references, Outcome $outcome
	): string {
		$format = $options->format;
		if ( $format === '' ) {
			$format = in_array( $answer->view, [ 'matrix', 'value' ], true ) ? $answer->view : 'table';
		}
		if ( $format === 'matrix' && $answer->view !== 'matrix' ) {
			throw $this->problem( 'confer-not-a-matrix' );
		}
		if ( $format === 'value' && ( $answer->view === 'matrix' || $answer->view === 'tree' ) ) {
			throw $this->problem( 'confer-not-a-value' );
		}
		$parts = [ $this->page, $options, $answer, $references ];
		switch ( $format ) {
			case 'list':
				return ( new ListRenderer( ...$parts ) )->html();
			case 'matrix':
				return ( new MatrixRenderer( ...$parts ) )->html();
			case 'value':
				return ( new ValueRenderer( ...$parts ) )->html();
			case 'graph':
				return ( new PictureRenderer( ...$parts ) )
					->setPicture( $this->picture( $options, $outcome )->body )->html();
			default:
				return ( new TableRenderer( ...$parts ) )->html();
		}
	}

	/** @throws Problem */
	private function picture( Options $options, Outcome $outcome ): KeptAnswer {
		$picture = $this->outcome( $options->statement, 'svg' );
		if ( strlen( $picture->answer->body ) > $this->config->get( 'ConferMaxPictureBytes' ) ) {
			throw $this->problem( 'confer-large-picture' );
		}
		$outcome->stale = $outcome->stale || $picture->stale;
		return $picture->answer;
	}

	private function references( Options $options, bool $isInline ): References {
		if ( !$options->sources ) {
			return new NoReferences();
		}
		if ( $this->page->canCite() ) {
			return new CiteReferences( $this->page );
		}
		return $isInline ? new SourceLinks( $this->page ) : new OwnReferences( $this->page );
	}

	private function foot( Options $options, Outcome $outcome ): string {
		$stale = $outcome->stale
			? Markup::element( 'p', [ 'class' => 'confer-stale' ],
				Markup::escape( $this->page->text( 'confer-stale', $this->page->time( $outcome->answer->checked ) ) ) )
			: '';
		return $stale . Markup::element( 'p', [ 'class' => 'confer-foot', 'title' => $options->statement ],
			Markup::escape( $this->page->text( 'confer-foot', $outcome->answer->version ) ) );
	}

	private function origin( Options $options, Outcome $outcome ): string {
		$origin = $options->statement . ' — ' . $this->page->text( 'confer-foot', $outcome->answer->version );
		return $outcome->stale
			? $origin . ' — ' . $this->page->text( 'confer-stale', $this->page->time( $outcome->answer->checked ) )
			: $origin;
	}

	/**
	 * @param string $message
	 * @param string|int ...$parameters
	 * @return Problem
	 */
	private function problem( string $message, ...$parameters ): Problem {
		return new Problem( $this->page->text( $message, ...$parameters ) );
	}
}
