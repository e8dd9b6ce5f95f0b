<?php

namespace MediaWiki\Extension\Confer\Render;

/**
 * A picture that the engine drew, as an image: browsers run no script in one and load nothing for it, whatever the
 * engine may have put there. The answer stands below it as a table, for those who can't see it.
 */
class PictureRenderer extends Renderer {
	private string $svg = '';

	/**
	 * @param string $svg
	 * @return self
	 */
	public function setPicture( string $svg ): self {
		$this->svg = $svg;
		return $this;
	}

	/** @inheritDoc */
	public function html(): string {
		$caption = $this->options->caption ?? '';  // the engine writes the question into the picture
		$alternative = $this->page->text( 'confer-picture-alt', $this->options->statement );
		$image = '<img class="confer-picture" src="data:image/svg+xml;base64,' . base64_encode( $this->svg ) .
			'" alt="' . Markup::escape( $alternative ) . '">';
		$class = $this->answer->view === 'matrix' ? MatrixRenderer::class : TableRenderer::class;
		$options = clone $this->options;
		$options->caption = '';
		$table = new $class( $this->page, $options, $this->answer, $this->references );
		return Markup::element( 'figure', [ 'class' => 'confer-figure' ],
			$image . ( $caption === '' ? '' : '<figcaption>' . Markup::text( $caption ) . '</figcaption>' ) ) .
			Markup::element( 'details', [ 'class' => 'confer-details' ],
				Markup::element( 'summary', [], Markup::escape( $this->page->text( 'confer-as-table' ) ) ) .
				$table->html() );
	}
}
