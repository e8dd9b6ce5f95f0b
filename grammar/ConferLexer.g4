// The words of Confer. The default mode is that of patterns; mode QUESTION, at the end, that of questions.
lexer grammar ConferLexer;

MATCH : M A T C H ;
RETURN : R E T U R N ;
SEMICOLON : ';' ;
NAME : [a-zA-Z_] [a-zA-Z_0-9]* ;
SPACE : [ \t\r\n]+ -> skip ;

fragment A : [aA] ; fragment B : [bB] ; fragment C : [cC] ; fragment D : [dD] ; fragment E : [eE] ;
fragment F : [fF] ; fragment G : [gG] ; fragment H : [hH] ; fragment I : [iI] ; fragment J : [jJ] ;
fragment K : [kK] ; fragment L : [lL] ; fragment M : [mM] ; fragment N : [nN] ; fragment O : [oO] ;
fragment P : [pP] ; fragment Q : [qQ] ; fragment R : [rR] ; fragment S : [sS] ; fragment T : [tT] ;
fragment U : [uU] ; fragment V : [vV] ; fragment W : [wW] ; fragment X : [xX] ; fragment Y : [yY] ;
fragment Z : [zZ] ;

// ---- questions: the lexer is put into this mode by hand, with mode(QUESTION)
mode QUESTION;

Q_WORD : ~[ \t\r\n?.]+ ;
Q_END : [?.] ;
Q_SPACE : [ \t\r\n]+ -> skip ;
