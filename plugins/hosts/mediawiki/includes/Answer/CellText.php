<?php

namespace MediaWiki\Extension\Confer\Answer;

/** What stands in a cell, as plain text, as the engine's own tables show it. */
class CellText {
	/**
	 * @param mixed $value As in the engine's JSON
	 * @return string '' of null
	 */
	public static function of( $value ): string {
		if ( $value === null ) {
			return '';
		}
		if ( is_string( $value ) ) {
			return $value;
		}
		if ( !is_array( $value ) ) {
			return (string)json_encode( $value, JSON_PRESERVE_ZERO_FRACTION );
		}
		if ( $value === [] || array_keys( $value ) === range( 0, count( $value ) - 1 ) ) {
			return implode( ', ', array_map( [ self::class, 'of' ], $value ) );
		}
		return self::ofTagged( $value );
	}

	private static function ofTagged( array $value ): string {
		if ( is_array( $value['$node'] ?? null ) ) {
			return self::title( $value['$node'] );
		}
		if ( is_array( $value['$rel'] ?? null ) ) {
			return '[:' . self::of( $value['$rel']['type'] ?? '' ) . ']';
		}
		if ( is_array( $value['$path'] ?? null ) ) {
			return self::path( $value['$path'] );
		}
		if ( is_string( $value['$float'] ?? null ) ) {
			return $value['$float'];
		}
		$entries = [];
		foreach ( is_array( $value['$map'] ?? null ) ? $value['$map'] : $value as $key => $item ) {
			$entries[] = "$key: " . self::of( $item );
		}
		return '{' . implode( ', ', $entries ) . '}';
	}

	private static function title( array $node ): string {
		$properties = is_array( $node['properties'] ?? null ) ? $node['properties'] : [];
		$title = $properties['name'] ?? $properties['id'] ?? $node['labels'][0] ?? '';
		return is_string( $title ) ? $title : self::of( $title );
	}

	/** Nodes and relationships take turns; an arrow points from where a relationship starts. */
	private static function path( array $parts ): string {
		$text = '';
		foreach ( $parts as $i => $part ) {
			if ( isset( $part['$node'] ) && is_array( $part['$node'] ) ) {
				$text .= '(' . self::title( $part['$node'] ) . ')';
			} elseif ( isset( $part['$rel'] ) && is_array( $part['$rel'] ) ) {
				$before = $parts[(int)$i - 1]['$node']['id'] ?? null;
				$isForward = ( $part['$rel']['start'] ?? null ) === $before;
				$type = self::of( $part['$rel']['type'] ?? '' );
				$text .= $isForward ? "-[:$type]->" : "<-[:$type]-";
			}
		}
		return $text;
	}
}
