// The forms of questions. Imported by ConferParser.g4; the words are those of mode QUESTION in ConferLexer.g4.
parser grammar ConferQuestion;

question : Q_WORD+ Q_END? EOF ;
