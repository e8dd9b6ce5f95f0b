// The sentences of Confer: patterns here, questions in ConferQuestion.g4.
parser grammar ConferParser;

options { tokenVocab = ConferLexer; }

import ConferQuestion;

statement : MATCH NAME RETURN NAME SEMICOLON? EOF ;
