<?php

namespace MediaWiki\Extension\Confer\Engine;

use Config;
use MediaWiki\Http\HttpRequestFactory;

/**
 * Asks the one engine that the wiki is configured for. Nothing that a page says changes where a request goes, and
 * redirects aren't followed, so that nobody can make the wiki ask another server.
 */
class Client {
	/** Longer addresses than this go by POST; the server takes 8 kB. */
	private const MAX_ADDRESS = 7000;

	private HttpRequestFactory $http;
	/** @var Config */
	private $config;

	/**
	 * @param HttpRequestFactory $http
	 * @param Config $config
	 */
	public function __construct( HttpRequestFactory $http, $config ) {
		$this->http = $http;
		$this->config = $config;
	}

	/** @return string The address of the server; '' if it isn't configured with one */
	public function server(): string {
		$server = rtrim( (string)$this->config->get( 'ConferServer' ), '/' );
		return preg_match( '!^https?://[^\s/]+!', $server ) ? $server : '';
	}

	/**
	 * @param string $statement
	 * @param string $format
	 * @param string $etag Of the answer that is known already, '' for none
	 * @return Reply
	 */
	public function ask( string $statement, string $format, string $etag ): Reply {
		$server = $this->server();
		if ( $server === '' ) {
			return new Reply( Reply::NONE );
		}
		$timeout = $this->config->get( 'ConferTimeout' );
		$options = [
			'timeout' => $timeout, 'connectTimeout' => $timeout, 'followRedirects' => false, 'noProxy' => true,
			'userAgent' => 'Confer for MediaWiki',
		];
		$url = "$server/api/query?" . http_build_query( [ 'q' => $statement, 'format' => $format ] );
		if ( strlen( $url ) > self::MAX_ADDRESS ) {
			$url = "$server/api/query";
			$options += [
				'method' => 'POST',
				'postData' => json_encode( [ 'query' => $statement, 'format' => $format ] ),
			];
		}
		$request = $this->http->create( $url, $options, __METHOD__ );
		if ( isset( $options['postData'] ) ) {
			$request->setHeader( 'Content-Type', 'application/json' );
		} elseif ( $etag !== '' ) {
			$request->setHeader( 'If-None-Match', $etag );
		}
		return $this->run( $request, microtime( true ) + $timeout );
	}

	/**
	 * @param \MWHttpRequest $request
	 * @param float $deadline For the whole of the reply, however slowly it comes
	 * @return Reply
	 */
	private function run( $request, float $deadline ): Reply {
		$body = '';
		$isTooLarge = false;
		$isLate = false;
		$most = (int)$this->config->get( 'ConferMaxAnswerBytes' );
		$request->setCallback(
			static function ( $stream, string $piece ) use ( &$body, &$isTooLarge, &$isLate, $most, $deadline ): int {
				$isTooLarge = strlen( $body ) + strlen( $piece ) > $most;
				$isLate = microtime( true ) > $deadline;
				if ( $isTooLarge || $isLate ) {
					return 0;
				}
				$body .= $piece;
				return strlen( $piece );
			}
		);
		$request->execute();
		if ( $isTooLarge ) {
			return new Reply( Reply::NONE, '', '', '', '', true );
		}
		$length = $request->getResponseHeader( 'Content-Length' );
		if ( $isLate || ( $length !== null && $length !== '' && (int)$length > strlen( $body ) ) ) {
			return new Reply( Reply::NONE );
		}
		return new Reply(
			(int)$request->getStatus(),
			$body,
			(string)$request->getResponseHeader( 'ETag' ),
			self::version( (string)$request->getResponseHeader( 'X-Confer-Graph' ) ),
			(string)$request->getResponseHeader( 'Content-Type' )
		);
	}

	/**
	 * @param string $header
	 * @return string
	 */
	private static function version( string $header ): string {
		return preg_match( '/^[0-9A-Za-z._-]{1,64}$/D', $header ) ? $header : '';
	}
}
