<?php
/** The name of the parser function, {{#confer:…}}, in every language. */
$magicWords = [];

$magicWords['en'] = [
	'confer' => [ 0, 'confer' ],
];
