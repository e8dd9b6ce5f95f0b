<?php

use MediaWiki\Extension\Confer\Engine\AnswerStore;
use MediaWiki\Extension\Confer\Engine\Client;
use MediaWiki\Extension\Confer\Engine\Engine;
use MediaWiki\MediaWikiServices;

return [
	'Confer.Engine' => static function ( MediaWikiServices $services ): Engine {
		$config = $services->getMainConfig();
		return new Engine(
			new Client( $services->getHttpRequestFactory(), $config ),
			new AnswerStore( $services->getMainObjectStash(), $config )
		);
	},
];
