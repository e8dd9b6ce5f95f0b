<?php

namespace MediaWiki\Extension\Confer\Engine;

/**
 * The engine as pages see it. An answer that is young enough is given without asking; an older one is asked for again
 * by its entity tag; and when the engine can't be reached, the last good one is given and called stale.
 */
class Engine {
	private Client $client;
	private AnswerStore $store;

	/**
	 * @param Client $client
	 * @param AnswerStore $store
	 */
	public function __construct( Client $client, AnswerStore $store ) {
		$this->client = $client;
		$this->store = $store;
	}

	/**
	 * @param string $statement
	 * @param string $format json or svg
	 * @return Outcome
	 */
	public function ask( string $statement, string $format ): Outcome {
		if ( $this->client->server() === '' ) {
			return Outcome::failed( 'confer-not-configured' );
		}
		$kept = $this->store->find( $statement, $format );
		if ( $kept && $this->store->isFresh( $kept ) ) {
			return Outcome::answered( $kept );
		}
		if ( $this->store->isAway() ) {
			return $this->withoutEngine( $kept, null );
		}
		$reply = $this->client->ask( $statement, $format, $kept ? $kept->etag : '' );
		if ( $reply->tooLarge ) {
			return Outcome::failed( 'confer-too-large' );
		}
		if ( $kept && $reply->status === 304 ) {
			return $this->keep( $statement, $format,
				new KeptAnswer( $kept->body, $kept->etag, $kept->version, time() ) );
		}
		if ( $reply->status === 200 && self::isWhole( $reply, $format ) ) {
			return $this->keep( $statement, $format,
				new KeptAnswer( $reply->body, $reply->etag, $reply->version, time() ) );
		}
		$error = $reply->error();
		if ( $error && !$reply->isAway() ) {
			return Outcome::refused( $error );
		}
		// An engine that says what is wrong is there; a statement that takes too long is no reason to ask no others.
		if ( !$error ) {
			$this->store->setAway();
		}
		return $this->withoutEngine( $kept, $error );
	}

	private function keep( string $statement, string $format, KeptAnswer $answer ): Outcome {
		$this->store->keep( $statement, $format, $answer );
		return Outcome::answered( $answer );
	}

	private function withoutEngine( ?KeptAnswer $kept, ?array $error ): Outcome {
		if ( $kept ) {
			return Outcome::answered( $kept, true );
		}
		return $error ? Outcome::refused( $error ) : Outcome::failed( 'confer-away' );
	}

	/** Whether it is what was asked for, from its beginning to its end. */
	private static function isWhole( Reply $reply, string $format ): bool {
		$type = strtolower( trim( explode( ';', $reply->contentType )[0] ) );
		if ( $format === 'svg' ) {
			return $type === 'image/svg+xml' && preg_match( '!</svg>\s*$!D', $reply->body );
		}
		return $type === 'application/json' && is_array( json_decode( $reply->body, true ) );
	}
}
