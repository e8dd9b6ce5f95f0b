<?php

namespace MediaWiki\Extension\Confer\Render;

use MediaWiki\Extension\Confer\Answer\Source;

/** How claims point to their sources. */
interface References {
	/**
	 * @param Source[] $sources
	 * @return string HTML behind a claim
	 */
	public function cite( array $sources ): string;

	/** @return string HTML below the answer */
	public function notes(): string;
}
