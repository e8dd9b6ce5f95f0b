<?php

namespace MediaWiki\Extension\Confer\Engine;

/** An answer as the engine gave it, when it was last known to be right, and of which graph. */
class KeptAnswer {
	public string $body;
	public string $etag;
	public string $version;
	/** @var int Seconds since 1970 */
	public int $checked;

	/**
	 * @param string $body
	 * @param string $etag
	 * @param string $version
	 * @param int $checked
	 */
	public function __construct( string $body, string $etag, string $version, int $checked ) {
		$this->body = $body;
		$this->etag = $etag;
		$this->version = $version;
		$this->checked = $checked;
	}
}
