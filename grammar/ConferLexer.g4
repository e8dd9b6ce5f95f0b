// The words of Confer. The default mode is that of patterns; mode QUESTION, at the end, that of questions.
//
// Every character belongs to some token, so the lexer never fails: what is wrong (an unclosed string, a number that
// isn't one) has a token of its own, and the error is worded where all errors are, in engine/syntax.
lexer grammar ConferLexer;

// No character sequence is one of these; they are given to words after lexing. The first is the parenthesis that draws
// a node inside an expression, where others group (engine/syntax/brackets.cpp); then names that are words of their own
// in one place (engine/syntax/context_words.cpp); then what the words of a question stand for, once they are
// grouped (engine/syntax/question_phrases.cpp).
tokens {
    PATTERN_LPAREN,
    SHORTEST, PATHS, GROUPS, SHORTEST_PATH, ALL_SHORTEST_PATHS, LABELED, COLLECT,
    Q_NOUN, Q_VERB, Q_NAME, Q_NOUN_OR_NAME, Q_UNKNOWN, Q_NUMBER,
    Q_WHICH, Q_WHAT, Q_WHO, Q_WHERE, Q_HOW_MANY, Q_LIST, Q_DESCRIBE, Q_LINEAGE, Q_SHARE, Q_IN_COMMON, Q_COMPONENTS,
    Q_COMPARE, Q_COMPARES, Q_VERSUS, Q_DIFFERENCES, Q_DIFFER, Q_ONLY_DIFFERENCES, Q_ONLY_SHARED, Q_HOW_SIMILAR, Q_SIMILARITY, Q_LIKE,
    Q_HOW, Q_RELATED, Q_CONNECTS, Q_CONNECTION, Q_WHY, Q_EVIDENCE, Q_LEVEL, Q_GRADED, Q_BACKED, Q_GOOD_FOR, Q_SOMEBODY, Q_WHETHER, Q_SAME, Q_JUDGEMENT,
    Q_MOST_COMMON, Q_MOST, Q_EACH, Q_FEWER_THAN, Q_MORE_THAN, Q_NOBODY, Q_UNIQUE, Q_OTHER_NAMES, Q_WHEN, Q_CITED, Q_THEM, Q_TRACE,
    Q_SIMILARITIES, Q_CONTRASTS, Q_OLDEST, Q_NEWEST, Q_BEFORE, Q_AFTER, Q_SINCE, Q_UNTIL, Q_BETWEEN, Q_DECADE, Q_OTHER_THAN,
    Q_EVERY, Q_ANY_OF, Q_NONE_OF, Q_OR_BOTH, Q_NOT_BOTH, Q_HAVE, Q_ARE, Q_AT_MOST, Q_OR_FEWER, Q_FEWEST, Q_TOP, Q_PAIRS, Q_SHARE_EACH, Q_ALIKE, Q_ALTERNATIVES,
    Q_ANCESTORS, Q_DESCENDANTS, Q_BY_YEAR, Q_STANDS_FOR, Q_BRIDGE, Q_INTEGRATED, Q_BORROW,
    Q_PEOPLE_WITH, Q_SAYS_ABOUT, Q_EVIDENCE_BASED, Q_CORE, Q_OTHER,
    Q_COMMON_FACTORS, Q_SELECT, Q_ASSIMILATE, Q_INTEGRATE, Q_INTO, Q_ACCORDING_TO, Q_WITHOUT_WEAK, Q_EXACTLY,
    Q_AT_LEAST, Q_OR_MORE, Q_THAT, Q_AND, Q_OR, Q_BUT, Q_NOT, Q_WITH, Q_WITHOUT,
    Q_DIMENSION, Q_FOR, Q_FROM, Q_IN, Q_PREPOSITION
}

// ---- keywords, in any case
MATCH : M A T C H ;
OPTIONAL : O P T I O N A L ;
WHERE : W H E R E ;
WITH : W I T H ;
UNWIND : U N W I N D ;
RETURN : R E T U R N ;
DISTINCT : D I S T I N C T ;
AS : A S ;
ORDER : O R D E R ;
BY : B Y ;
ASC : A S C ;
ASCENDING : A S C E N D I N G ;
DESC : D E S C ;
DESCENDING : D E S C E N D I N G ;
SKIP_ : S K I P ;
LIMIT : L I M I T ;
UNION : U N I O N ;
ALL : A L L ;
AND : A N D ;
OR : O R ;
XOR : X O R ;
NOT : N O T ;
IN : I N ;
STARTS : S T A R T S ;
ENDS : E N D S ;
CONTAINS : C O N T A I N S ;
IS : I S ;
NULL_ : N U L L ;
TRUE_ : T R U E ;
FALSE_ : F A L S E ;
CASE : C A S E ;
WHEN : W H E N ;
THEN : T H E N ;
ELSE : E L S E ;
END : E N D ;
EXISTS : E X I S T S ;

// Keywords that may also name variables.
COUNT : C O U N T ;
ANY : A N Y ;
NONE : N O N E ;
SINGLE : S I N G L E ;
REDUCE : R E D U C E ;
CALL : C A L L ;
YIELD : Y I E L D ;
FILTER : F I L T E R ;
LET : L E T ;
FOR : F O R ;
ORDINALITY : O R D I N A L I T Y ;
OFFSET : O F F S E T ;
SOURCES : S O U R C E S ;

// Clauses that write.
CREATE : C R E A T E ;
MERGE : M E R G E ;
SET : S E T ;
DELETE : D E L E T E ;
DETACH : D E T A C H ;
REMOVE : R E M O V E ;
ON : O N ;

// ---- signs
LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;
COMMA : ',' ;
COLON : ':' ;
SEMICOLON : ';' ;
DOTDOT : '..' ;
DOT : '.' ;
BAR : '|' ;
AMPERSAND : '&' ;
BANG : '!' ;
EQ : '=' ;
NE : '<>' ;
LE : '<=' ;
GE : '>=' ;
LT : '<' ;
GT : '>' ;
MATCHES : '=~' ;
PLUS_EQ : '+=' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
PERCENT : '%' ;
CARET : '^' ;

// ---- literals, parameters, names
INTEGER : '0' | [1-9] [0-9]* | '0' [xX] [0-9a-fA-F]+ | '0' [oO] [0-7]+ ;
FLOAT : [0-9]* '.' [0-9]+ EXPONENT? | [0-9]+ EXPONENT ;
BAD_NUMBER : ( [0-9]+ ( '.' [0-9]+ )? | '.' [0-9]+ ) NAME_PART* ;
STRING : '\'' ( ~['\\] | '\\' . )* '\'' | '"' ( ~["\\] | '\\' . )* '"' ;
UNCLOSED_STRING : '\'' ( ~['\\] | '\\' . )* '\\'? | '"' ( ~["\\] | '\\' . )* '\\'? ;
PARAMETER : '$' ( NAME_PART+ | QUOTED ) ;
NAME : NAME_START NAME_PART* ;
QUOTED_NAME : QUOTED ;
UNCLOSED_NAME : '$'? '`' ( ~'`' | '``' )* ;

// ---- what separates words
SPACE : [\p{White_Space}\u001C-\u001F\u180E\u200B\uFEFF]+ -> skip ;
COMMENT : ( '//' ~[\r\n]* | '/*' .*? '*/' ) -> skip ;
UNCLOSED_COMMENT : '/*' ( ~'*' | '*'+ ~[*/] )* '*'* ;

OTHER : . ;

fragment EXPONENT : [eE] [+-]? [0-9]+ ;
fragment QUOTED : '`' ( ~'`' | '``' )+ '`' ;
fragment NAME_START : [\p{ID_Start}\p{Pc}] ;
fragment NAME_PART : [\p{ID_Continue}\p{Sc}] ;

fragment A : [aA] ; fragment B : [bB] ; fragment C : [cC] ; fragment D : [dD] ; fragment E : [eE] ;
fragment F : [fF] ; fragment G : [gG] ; fragment H : [hH] ; fragment I : [iI] ; fragment J : [jJ] ;
fragment K : [kK] ; fragment L : [lL] ; fragment M : [mM] ; fragment N : [nN] ; fragment O : [oO] ;
fragment P : [pP] ; fragment Q : [qQ] ; fragment R : [rR] ; fragment S : [sS] ; fragment T : [tT] ;
fragment U : [uU] ; fragment V : [vV] ; fragment W : [wW] ; fragment X : [xX] ; fragment Y : [yY] ;
fragment Z : [zZ] ;

// ---- questions: the lexer is put into this mode by hand, with mode(QUESTION)
mode QUESTION;

// Hyphens, apostrophes, dots, slashes and ampersands belong to a word when they stand inside it; a plus may end it
// (MCT+), and so may the apostrophe of a plural's genitive (clients').
Q_WORD
    : Q_LETTER+ ( Q_INNER+ Q_LETTER+ )* '+'?
    | ( Q_LETTER+ Q_INNER+ )* Q_LETTER+ [sS] ['\u2019]
    ;
Q_QUOTED
    : '"' ~["\r\n]* '"'
    | '`' ~[`\r\n]* '`'
    | '\u201C' ~[\u201D\r\n]* '\u201D'
    | '\u2018' ~[\u2019\r\n]* '\u2019'
    | '\'' ( ~['\r\n] | Q_LETTER '\'' Q_LETTER )* '\''
    ;
Q_COMMA : ',' | ';' ;
Q_OPEN : '(' ;
Q_CLOSE : ')' ;
Q_END : [?!.] ;
Q_SPACE : [ \t\r\n\u00A0]+ -> skip ;
Q_OTHER : . ;

fragment Q_LETTER : [a-zA-Z0-9_] | [\u00A1-\u2017] | [\u201A-\u201B] | [\u201E-\u{10FFFF}] ;
fragment Q_INNER : ['\u2019./&\-] ;
