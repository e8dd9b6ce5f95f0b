<?php

namespace MediaWiki\Extension\Confer\Engine;

/** What came back over HTTP, before anybody believes it. */
class Reply {
	/** Of a reply that never came whole. */
	public const NONE = 0;

	public int $status;
	public string $body;
	public string $etag;
	/** @var string The version of the graph, '' when the reply doesn't say */
	public string $version;
	public string $contentType;
	/** @var bool Whether it was given up because it was too long */
	public bool $tooLarge;

	/**
	 * @param int $status
	 * @param string $body
	 * @param string $etag
	 * @param string $version
	 * @param string $contentType
	 * @param bool $tooLarge
	 */
	public function __construct(
		int $status, string $body = '', string $etag = '', string $version = '', string $contentType = '',
		bool $tooLarge = false
	) {
		$this->status = $status;
		$this->body = $body;
		$this->etag = $etag;
		$this->version = $version;
		$this->contentType = $contentType;
		$this->tooLarge = $tooLarge;
	}

	/** @return bool Whether asking again later may give an answer */
	public function isAway(): bool {
		return !$this->tooLarge && (
			$this->status === self::NONE || $this->status === 408 || $this->status === 429 || $this->status >= 500
		);
	}

	/** @return array|null The engine's own words of what is wrong */
	public function error(): ?array {
		$decoded = json_decode( $this->body, true );
		$error = is_array( $decoded ) ? $decoded['error'] ?? null : null;
		return is_array( $error ) && is_string( $error['message'] ?? null ) ? $error : null;
	}
}
