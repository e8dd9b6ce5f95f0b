<?php

namespace MediaWiki\Extension\Confer\Render;

/** For sources="no". */
class NoReferences implements References {
	/** @inheritDoc */
	public function cite( array $sources ): string {
		return '';
	}

	/** @inheritDoc */
	public function notes(): string {
		return '';
	}
}
