// The forms of questions. Imported by ConferParser.g4.
//
// The tokens are not single words: before the parser sees them, engine/syntax/question_phrases.cpp groups the words
// of mode QUESTION into keywords, nouns, verbs and names, and drops articles and auxiliary verbs. Q_UNKNOWN stands
// wherever a noun, verb or name may, so that an unknown word is reported as what it should have been.
parser grammar ConferQuestion;

question
    : ( shareQuestion | whichQuestion | howManyQuestion | listQuestion | describeQuestion | lineageQuestion ) EOF
    ;

// which approaches use mindfulness? · what does CBT combine? · who developed gestalt therapy?
whichQuestion
    : Q_LIST? ( Q_WHICH | Q_WHAT ) selection
    | Q_LIST? ( Q_WHAT | Q_WHO | Q_WHERE ) conditions
    ;

// which approaches share at least 3 techniques with gestalt therapy? · which approaches have techniques in common?
shareQuestion
    : Q_LIST? ( Q_WHICH | Q_WHAT | Q_LIST ) selection
      ( Q_THAT? Q_SHARE atLeast? components? ( Q_WITH operand )? ( Q_COMMA? Q_AND? atLeast )?
      | atLeast? components? Q_IN_COMMON ( Q_WITH operand )? ( Q_COMMA? Q_AND? atLeast )?
      )
    ;

components : component ( ( Q_COMMA | Q_COMMA? ( Q_AND | Q_OR ) ) component )* ;

component : Q_COMPONENTS | Q_NOUN | Q_NOUN_OR_NAME | Q_UNKNOWN ;

atLeast : Q_AT_LEAST Q_NUMBER | Q_NUMBER Q_OR_MORE? ;

howManyQuestion : Q_HOW_MANY selection ;

listQuestion : Q_LIST selection ;

describeQuestion : ( Q_DESCRIBE | Q_LIST | Q_WHAT | Q_WHO ) topic ;

lineageQuestion : ( Q_WHAT | Q_LIST | Q_DESCRIBE )? Q_LINEAGE topic ;

// ---- the things asked for: approaches · humanistic approaches that treat insomnia
selection
    : adjective=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN ) noun=( Q_NOUN | Q_NOUN_OR_NAME ) conditions?
    | noun=( Q_NOUN | Q_NOUN_OR_NAME | Q_UNKNOWN ) conditions?
    ;

// ---- conditions: clauses, each with one verb and its objects. Which of and, or and the comma binds how is
// settled in engine/syntax/to_ast_condition.cpp.
conditions : clause ( between clause )* ;

between : connective? ;  // none: "approaches that use mindfulness treat insomnia"

connective : Q_COMMA? ( Q_AND | Q_OR | Q_BUT ) | Q_COMMA ;

clause
    : lead Q_OPEN conditions Q_CLOSE
    | lead verb objects
    | lead actor nots verb
    | lead actor Q_NOT+
    | lead ( Q_PREPOSITION | Q_WITH | Q_WITHOUT ) objects
    | lead Q_WITHOUT verb objects
    ;

lead : before=nots ( ( Q_THAT | Q_WHICH | Q_WHO ) after=nots )? ;

nots : Q_NOT* ;

verb : Q_VERB | Q_UNKNOWN ;

objects : object ( connective object )* ;

object : nots ( Q_OPEN objects Q_CLOSE | operand ) ;

// mindfulness · the humanistic family · the technique mindfulness · techniques that treat insomnia
operand
    : name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN ) noun=( Q_NOUN | Q_NOUN_OR_NAME )?
    | noun=Q_NOUN name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN )
    | noun=Q_NOUN ( Q_THAT | Q_WHICH | Q_WHO ) clause
    | noun=Q_NOUN
    ;

// Who does what the verb says: as an operand, but without a clause of its own, which would make nested clauses
// ambiguous without bound.
actor
    : topic
    | noun=Q_NOUN
    ;

// gestalt therapy · the technique mindfulness
topic
    : name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN ) noun=( Q_NOUN | Q_NOUN_OR_NAME )?
    | noun=Q_NOUN name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN )
    ;
