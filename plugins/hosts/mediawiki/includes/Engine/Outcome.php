<?php

namespace MediaWiki\Extension\Confer\Engine;

/** What came of asking: an answer, perhaps an old one; or what is wrong, in the engine's words or in ours */
class Outcome {
	/** @var KeptAnswer|null */
	public ?KeptAnswer $answer = null;
	/** @var bool Whether the answer is an old one, as the engine is away */
	public bool $stale = false;
	/** @var array|null The engine's error */
	public ?array $error = null;
	/** @var string The message that says what is wrong otherwise */
	public string $trouble = '';

	/**
	 * @param KeptAnswer $answer
	 * @param bool $stale
	 * @return self
	 */
	public static function answered( KeptAnswer $answer, bool $stale = false ): self {
		$outcome = new self;
		$outcome->answer = $answer;
		$outcome->stale = $stale;
		return $outcome;
	}

	/**
	 * @param array $error
	 * @return self
	 */
	public static function refused( array $error ): self {
		$outcome = new self;
		$outcome->error = $error;
		return $outcome;
	}

	/**
	 * @param string $message
	 * @return self
	 */
	public static function failed( string $message ): self {
		$outcome = new self;
		$outcome->trouble = $message;
		return $outcome;
	}
}
