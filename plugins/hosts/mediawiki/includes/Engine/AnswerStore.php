<?php

namespace MediaWiki\Extension\Confer\Engine;

use BagOStuff;
use Config;

/**
 * Answers that were good, for pages that ask the same again and for when the engine is away. They lie in the wiki's
 * main stash, which outlives the web server; each with the version of the graph that it is of.
 */
class AnswerStore {
	/** @var BagOStuff */
	private $stash;
	/** @var Config */
	private $config;

	/**
	 * @param BagOStuff $stash
	 * @param Config $config
	 */
	public function __construct( $stash, $config ) {
		$this->stash = $stash;
		$this->config = $config;
	}

	/**
	 * @param string $statement
	 * @param string $format
	 * @return KeptAnswer|null
	 */
	public function find( string $statement, string $format ): ?KeptAnswer {
		$found = $this->stash->get( $this->keyOf( $statement, $format ) );
		if ( !is_array( $found ) || count( $found ) !== 4 ) {
			return null;
		}
		return new KeptAnswer( ...$found );
	}

	/**
	 * @param string $statement
	 * @param string $format
	 * @param KeptAnswer $answer
	 */
	public function keep( string $statement, string $format, KeptAnswer $answer ): void {
		$this->stash->set(
			$this->keyOf( $statement, $format ),
			[ $answer->body, $answer->etag, $answer->version, $answer->checked ],
			(int)$this->config->get( 'ConferKeepTime' )
		);
		if ( $this->stash->get( $this->key( 'version' ) ) !== $answer->version ) {
			$this->stash->set( $this->key( 'version' ), $answer->version );
		}
	}

	/**
	 * Whether the answer may be shown without asking. Not when another answer told of a newer graph.
	 * @param KeptAnswer $answer
	 * @return bool
	 */
	public function isFresh( KeptAnswer $answer ): bool {
		return time() < $answer->checked + $this->config->get( 'ConferRefreshTime' ) &&
			$this->stash->get( $this->key( 'version' ) ) === $answer->version;
	}

	/** The engine didn't answer: pages don't wait for it for a while. */
	public function setAway(): void {
		$time = (int)$this->config->get( 'ConferRetryTime' );
		if ( $time > 0 ) {
			$this->stash->set( $this->key( 'away' ), true, $time );
		}
	}

	/** @return bool */
	public function isAway(): bool {
		return (bool)$this->stash->get( $this->key( 'away' ) );
	}

	private function keyOf( string $statement, string $format ): string {
		return $this->key( 'answer', $format, hash( 'sha256', $statement ) );
	}

	private function key( string ...$parts ): string {
		return $this->stash->makeKey( 'confer', md5( (string)$this->config->get( 'ConferServer' ) ), ...$parts );
	}
}
