// The sentences of Confer: patterns here, questions in ConferQuestion.g4.
//
// openCypher 9, with FILTER, LET and FOR, the label expressions, inline WHERE, quantified paths, path selectors and
// EXISTS { }, COUNT { } of ISO GQL.
parser grammar ConferParser;

options { tokenVocab = ConferLexer; }

import ConferQuestion;

// ---- clauses
patternStatement : query SEMICOLON* EOF ;

query : singleQuery ( unionWords singleQuery )* ;
unionWords : UNION ( ALL | DISTINCT )? ;
// That a query ends with RETURN or with a clause that writes is settled in engine/syntax/to_ast_clause.cpp.
singleQuery : patternClause+ returnClause? | returnClause ;
patternClause : readingClause | updatingClause ;
readingClause : callClause | plainClause ;
plainClause : matchClause | unwindClause | withClause | filterClause | letClause | forClause ;
updatingClause : createClause | mergeClause | setClause | removeClause | deleteClause ;

matchClause : OPTIONAL? MATCH patternList where? ;
unwindClause : UNWIND expression AS variable ;
withClause : WITH projection where? ;
filterClause : FILTER WHERE? expression ;
letClause : LET letItem ( COMMA letItem )* ;
letItem : variable EQ expression ;
forClause : FOR element=variable IN expression ( WITH ( ORDINALITY | OFFSET ) position=variable )? ;
callClause : CALL procedureName callArguments? ( YIELD ( STAR | yieldItem ( COMMA yieldItem )* where? ) )? ;
callArguments : LPAREN ( expression ( COMMA expression )* )? RPAREN ;
yieldItem : procedureOutput ( AS variable )? ;
// WITH SOURCES stands once, at the end of a statement (engine/syntax/to_ast_clause.cpp).
returnClause : RETURN projection withSources? ;
withSources : WITH SOURCES ;
where : WHERE expression ;

createClause : CREATE patternList ;
mergeClause : MERGE patternPart mergeAction* ;
mergeAction : ON ( MATCH | CREATE ) setClause ;
setClause : SET setItem ( COMMA setItem )* ;
setItem : variable ( EQ | PLUS_EQ ) expression | variable givenLabels | propertyOf EQ expression ;
removeClause : REMOVE removeItem ( COMMA removeItem )* ;
removeItem : variable givenLabels | propertyOf ;
deleteClause : DETACH? DELETE expression ( COMMA expression )* ;
propertyOf : atom ( DOT propertyKey )+ ;
givenLabels : ( COLON labelName )+ ;

projection : DISTINCT? ( STAR | projectionItem ) ( COMMA projectionItem )* orderBy? skipPart? limitPart? ;
projectionItem : expression ( AS variable )? ;
orderBy : ORDER BY sortItem ( COMMA sortItem )* ;
sortItem : expression ( ASC | ASCENDING | DESC | DESCENDING )? ;
skipPart : SKIP_ expression ;
limitPart : LIMIT expression ;

// ---- patterns
patternList : patternPart ( COMMA patternPart )* ;
patternPart : ( variable EQ )? ( pathSelector? pathPattern | shortestPath ) ;
pathSelector
    : ALL SHORTEST? PATHS?
    | ANY ( SHORTEST | pathCount )? PATHS?
    | SHORTEST pathCount? PATHS? GROUPS?
    ;
pathCount : INTEGER | PARAMETER ;
shortestPath : kind=( SHORTEST_PATH | ALL_SHORTEST_PATHS ) LPAREN pathPattern RPAREN ;

// Where two parts meet without a node between them, as in ((a)-->(b)){2}((c)<--(d)){2}, an empty one is meant.
pathPattern : ( nodePattern | pathGroup nodePattern? ) pathStep* ;
pathStep : relationshipPattern pathQuantifier? nodePattern | pathGroup nodePattern? ;
pathGroup : LPAREN pathPattern where? RPAREN pathQuantifier? ;
pathQuantifier : STAR | PLUS | LBRACE ( exact=INTEGER | least=INTEGER? COMMA most=INTEGER? ) RBRACE ;
nodePattern : ( LPAREN | PATTERN_LPAREN ) nodeInside RPAREN ;
nodeInside : variable? nodeLabels? properties? where? ;
relationshipPattern : LT? MINUS relationshipDetail? MINUS GT? ;
relationshipDetail : LBRACKET variable? relationshipTypes? hops? properties? where? RBRACKET ;
hops : STAR ( least=INTEGER? dots=DOTDOT most=INTEGER? | exact=INTEGER )? ;
properties : mapLiteral | PARAMETER ;

// (n:A:B) asks for all, as does (n:A&B); | binds weaker than &, a further : weakest.
nodeLabels : ( COLON | IS ) labelOr ( COLON labelOr )* ;
labelOr : labelAnd ( BAR labelAnd )* ;
labelAnd : labelNot ( AMPERSAND labelNot )* ;
labelNot : BANG labelNot | LPAREN labelOr RPAREN | PERCENT | labelName ;
labelName : schemaName ;

// The same for [:R|S], also written [:R|:S].
relationshipTypes : ( COLON | IS ) typeOr ;
typeOr : typeAnd ( BAR COLON? typeAnd )* ;
typeAnd : typeNot ( AMPERSAND typeNot )* ;
typeNot : BANG typeNot | LPAREN typeOr RPAREN | PERCENT | typeName ;
typeName : schemaName ;

// ---- expressions, tightest first; the table is in README.md
expression
    : atom
    | left=expression op=DOT propertyKey
    | left=expression op=LBRACKET ( first=expression ( dots=DOTDOT to=expression? )? | dots=DOTDOT to=expression? ) RBRACKET
    | left=expression labelTest
    | op=( PLUS | MINUS ) right=expression
    | left=expression op=CARET right=expression
    | left=expression op=( STAR | SLASH | PERCENT ) right=expression
    | left=expression op=( PLUS | MINUS ) right=expression
    | left=expression ( op=( IN | CONTAINS | MATCHES ) | op=( STARTS | ENDS ) WITH ) right=expression
    | left=expression op=IS NOT? ( NULL_ | LABELED labelTestOr )
    | left=expression op=( EQ | NE | LT | LE | GT | GE ) right=expression
    | op=NOT right=expression
    | left=expression op=AND right=expression
    | left=expression op=XOR right=expression
    | left=expression op=OR right=expression
    ;

// In [n IN list WHERE n:A | n.name] the bar belongs to the list, so these labels stop as early as they can.
labelTest : ( COLON labelTestOr )+ ;
labelTestOr : labelAnd ( BAR labelAnd )*? ;

atom
    : literal
    | parameter
    | caseExpression
    | countStar
    | subquery
    | listExpression
    | quantifier
    | reduction
    | patternPredicate
    | shortestPath
    | parenthesised
    | functionCall
    | mapProjection
    | mapLiteral
    | variableReference
    ;

literal : INTEGER | FLOAT | BAD_NUMBER | STRING | TRUE_ | FALSE_ | NULL_ ;
parameter : PARAMETER ;
variableReference : variable ;
parenthesised : LPAREN expression RPAREN ;

// Three things in one rule, since they begin alike: [1, 2], [x IN list WHERE … | …] and [(a)-->(b) WHERE … | …].
// Which it is, and that the first expression fits, is settled in engine/syntax/to_ast_list.cpp.
listExpression : LBRACKET ( item+=expression ( ( COMMA item+=expression )* | where? BAR result=expression | where ) )? RBRACKET ;

mapLiteral : LBRACE ( mapEntry ( COMMA mapEntry )* )? RBRACE ;
mapEntry : propertyKey COLON expression ;

caseExpression : CASE subject=expression? caseBranch+ ( ELSE otherwise=expression )? END ;
caseBranch : WHEN condition=expression THEN result=expression ;

countStar : COUNT LPAREN STAR RPAREN ;
functionCall : functionName LPAREN DISTINCT? ( expression ( COMMA expression )* )? RPAREN ;
functionName : ( symbolicName DOT )* ( NAME | QUOTED_NAME | COUNT | EXISTS | clauseWord ) ;
quantifier : kind=( ALL | ANY | NONE | SINGLE ) LPAREN variable IN expression where? RPAREN ;
reduction
    : REDUCE LPAREN accumulator=variable EQ initial=expression COMMA
      item=variable IN list=expression BAR body=expression RPAREN
    ;
mapProjection : variable LBRACE ( mapProjectionItem ( COMMA mapProjectionItem )* )? RBRACE ;
mapProjectionItem : DOT propertyKey | DOT STAR | propertyKey COLON expression | variable ;

// Its first parenthesis is told from others before parsing.
patternPredicate : drawnNode pathStep+ ;
drawnNode : PATTERN_LPAREN nodeInside RPAREN ;
subquery
    : kind=( EXISTS | COUNT ) LBRACE ( subqueryBody | patternList where? ) RBRACE
    | kind=COLLECT LBRACE subqueryBody RBRACE
    ;
subqueryBody : subquerySingle ( unionWords subquerySingle )* ;
subquerySingle : readingClause+ returnClause? | returnClause ;

// ---- names: keywords may be property keys, labels and types, and some of them variables
variable : symbolicName ;
propertyKey : schemaName ;
procedureName : symbolicName ( DOT schemaName )* ;
procedureOutput : symbolicName ;
symbolicName : NAME | QUOTED_NAME | COUNT | ANY | NONE | SINGLE | REDUCE | clauseWord ;
clauseWord : CALL | YIELD | FILTER | LET | FOR | ORDINALITY | OFFSET | SOURCES ;
schemaName
    : symbolicName
    | MATCH | OPTIONAL | WHERE | WITH | UNWIND | RETURN | DISTINCT | AS | ORDER | BY | ASC | ASCENDING | DESC
    | DESCENDING | SKIP_ | LIMIT | UNION | ALL | AND | OR | XOR | NOT | IN | STARTS | ENDS | CONTAINS | IS | NULL_
    | TRUE_ | FALSE_ | CASE | WHEN | THEN | ELSE | END | EXISTS | CREATE | MERGE | SET | DELETE | DETACH | REMOVE | ON
    ;
