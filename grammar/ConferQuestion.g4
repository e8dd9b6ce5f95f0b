// The forms of questions. Imported by ConferParser.g4.
//
// The tokens are not single words: before the parser sees them, engine/syntax/question_phrases.cpp groups the words
// of mode QUESTION into keywords, nouns, verbs and names, and drops articles and auxiliary verbs. Q_UNKNOWN stands
// wherever a noun, verb or name may, so that an unknown word is reported as what it should have been.
parser grammar ConferQuestion;

question : ( restriction Q_COMMA? )* form ( Q_COMMA? Q_AND? Q_CITED Q_THEM? )? ( Q_COMMA? restriction )* EOF ;

form
    : shareQuestion
    | commonQuestion
    | whyQuestion
    | whichQuestion
    | howManyQuestion
    | listQuestion
    | describeQuestion
    | lineageQuestion
    | compareQuestion
    | similarityQuestion
    | likeQuestion
    | relatedQuestion
    | commonFactorsQuestion
    | selectQuestion
    | assimilateQuestion
    | integrateQuestion
    | whetherQuestion
    | rankQuestion
    | datedQuestion
    | saysQuestion
    | sourcesQuestion
    | bareQuestion
    ;

// according to Wampold or "Cochrane" · without weak sources
restriction
    : Q_ACCORDING_TO sourceName ( separator sourceName )*
    | Q_WITHOUT_WEAK
    ;

sourceName : Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN ;

// which approaches use mindfulness? · what does CBT combine? · who developed gestalt therapy?
whichQuestion
    : Q_LIST? ( Q_WHICH | Q_WHAT ) selection further?
    | Q_LIST? ( Q_WHAT | Q_WHO | Q_WHERE ) conditions further?
    ;

// … and who developed them? · … and when?
further : Q_COMMA? Q_AND ( ( Q_WHO | Q_WHAT | Q_WHERE ) verb Q_THEM | Q_WHEN ) ;

// techniques for panic disorder · anything for panic disorder · gestalt therapy
bareQuestion : selection | Q_COMPONENTS conditions | named ;

// which approaches share at least 3 techniques with gestalt therapy? · which approaches have techniques in common?
shareQuestion
    : Q_LIST? ( Q_WHICH | Q_WHAT | Q_LIST ) selection
      ( Q_THAT? Q_SHARE atLeast? components? ( Q_WITH operand )? ( Q_COMMA? Q_AND? atLeast )?
      | atLeast? components? Q_IN_COMMON ( Q_WITH operand )? ( Q_COMMA? Q_AND? atLeast )?
      )
    ;

// what do CBT and gestalt therapy share? · which techniques do DBT and ACT have in common? · similarities between both
commonQuestion
    : Q_LIST? ( ( Q_WHICH | Q_WHAT | Q_LIST ) components | Q_WHAT ) subjects ( Q_SHARE | Q_IN_COMMON )
    | Q_LIST? ( Q_WHAT | ( Q_WHICH | Q_WHAT | Q_LIST ) components ) ( Q_SHARE preposition | Q_IN_COMMON preposition? ) subjects
    | ( Q_WHAT | Q_LIST )? Q_SIMILARITIES compared dimensions?
    ;

components : component ( separator component )* ;

component : Q_COMPONENTS | Q_NOUN | Q_NOUN_OR_NAME | Q_UNKNOWN ;

atLeast : Q_AT_LEAST Q_NUMBER | Q_NUMBER Q_OR_MORE? ;

howManyQuestion : Q_HOW_MANY selection ;

// list techniques · who are the founders?
listQuestion : ( Q_LIST | Q_WHO ) selection ;

// describe gestalt therapy · other names for gestalt therapy · when was gestalt therapy developed, and by whom?
describeQuestion
    : ( Q_LIST? Q_DESCRIBE | Q_LIST | Q_WHAT | Q_WHO ) topic
    | ( Q_WHAT | Q_LIST )? Q_OTHER_NAMES topic
    | Q_WHEN topic ( Q_VERB ( Q_COMMA? Q_AND Q_WHO )? )?
    ;

// the 5 oldest humanistic approaches · which approach is the newest?
datedQuestion
    : Q_LIST? ( Q_WHICH | Q_WHAT | Q_LIST )? Q_NUMBER? ( Q_OLDEST | Q_NEWEST ) selection
    | ( Q_WHICH | Q_WHAT ) selection ( Q_OLDEST | Q_NEWEST )
    ;

// what are the sources for DBT?
sourcesQuestion : Q_CITED ( Q_FOR | Q_PREPOSITION ) topic ;

// what does "Cochrane" say about EMDR? · what do sources say about CBT for depression?
saysQuestion
    : Q_WHAT ( sourceName ( separator sourceName )* | Q_NOUN )? Q_SAYS_ABOUT topic
      ( ( Q_FOR | Q_IN | Q_WITH ) people? objects )?
    ;

// lineage of DBT · trace how DBT descends from earlier approaches
lineageQuestion
    : ( Q_WHAT | Q_LIST | Q_DESCRIBE )? Q_LINEAGE topic
    | Q_TRACE topic ( Q_VERB ( Q_UNKNOWN | Q_NOUN | Q_NAME | Q_NOUN_OR_NAME )* )?
    ;

// compare CBT, gestalt therapy by techniques and theories, only differences · CBT vs ACT · how do CBT and ACT differ?
compareQuestion
    : Q_COMPARE ( compared | selection ) purpose? comparison
    | named ( Q_VERSUS topic )+ purpose? comparison
    | ( Q_WHAT | Q_LIST )? ( Q_DIFFERENCES | Q_CONTRASTS ) compared purpose? comparison
    | Q_HOW subjects Q_DIFFER purpose? comparison
    | Q_HOW topic Q_DIFFER preposition? topic purpose? comparison
    | Q_HOW subjects Q_COMPARES purpose? comparison
    | Q_HOW topic Q_COMPARES ( preposition | Q_WITH ) topic purpose? comparison
    ;

purpose : Q_FOR people? topic ;

comparison : ( Q_COMMA? Q_AND? ( dimensions | only ) )* ;

dimensions : Q_DIMENSION components ;

only : Q_ONLY_DIFFERENCES | Q_ONLY_SHARED ;

compared : topic ( ( separator | Q_VERSUS | Q_WITH | Q_PREPOSITION | Q_FROM ) topic )* ;

// how similar are CBT and REBT by techniques?
similarityQuestion
    : Q_HOW_SIMILAR compared dimensions?
    | ( Q_WHAT | Q_LIST )? Q_SIMILARITY compared dimensions?
    ;

// which approaches are most like DBT? · the 5 approaches most similar to DBT
likeQuestion
    : Q_LIST? ( ( Q_WHICH | Q_WHAT | Q_LIST ) Q_NUMBER? | Q_NUMBER )? selection Q_LIKE topic dimensions?
    | Q_LIST? Q_WHAT Q_LIKE topic dimensions?
    ;

// how is CBT related to buddhist psychology? · what connects CBT and mindfulness?
relatedQuestion
    : Q_HOW topic Q_RELATED relatives
    | Q_HOW topic ( Q_AND | Q_WITH ) topic Q_RELATED
    | Q_WHAT Q_CONNECTS topic ( Q_AND | Q_WITH | preposition ) topic
    | ( Q_WHAT | Q_LIST | Q_WHY Q_NOT? )? Q_CONNECTION topic ( Q_AND | Q_WITH | preposition ) topic
    ;

// Naikan or Zen practice: of any kind, and not all at once
relatives : topic ( separator topic )* ;

// why does CBT use exposure? · why does ACT not treat insomnia? · who says that DBT uses mindfulness?
// why is conversion therapy harmful? · evidence for IPT in depression
whyQuestion
    : ( Q_WHY nots | Q_EVIDENCE ) topic ( conditions | nots Q_VERB )
    | ( Q_WHAT | Q_LIST )? Q_GRADED ( Q_FOR | Q_PREPOSITION ) topic ( Q_FOR | Q_IN | Q_WITH | Q_PREPOSITION ) people? objects
    ;

// does DBT use mindfulness? · is FFT the same as family-focused therapy?
whetherQuestion
    : Q_WHETHER nots topic ( conditions | nots Q_VERB )
    | Q_WHETHER topic Q_SAME topic
    | Q_WHETHER topic Q_RELATED relatives
    ;

// the most common techniques of humanistic approaches · how many approaches does each family contain?
// who developed the most approaches?
rankQuestion
    : Q_LIST? ( Q_WHAT | Q_WHICH | Q_LIST )? Q_NUMBER? Q_MOST_COMMON noun=( Q_NOUN | Q_NOUN_OR_NAME ) ( preposition operand )?
    | ( Q_WHO | Q_WHAT | ( Q_WHICH | Q_WHAT ) noun=( Q_NOUN | Q_NOUN_OR_NAME ) ) verb
      Q_MOST counted=( Q_NOUN | Q_NOUN_OR_NAME )
    | ( ( Q_WHAT | Q_WHICH | Q_LIST ) listed=( Q_NOUN | Q_NOUN_OR_NAME ) Q_COMMA? Q_AND )?
      Q_HOW_MANY counted=( Q_NOUN | Q_NOUN_OR_NAME ) Q_EACH each=( Q_NOUN | Q_NOUN_OR_NAME )? verb
    ;

// common factors of CBT, gestalt therapy in at least 2
// a common factors approach to integrating CBT and gestalt therapy
commonFactorsQuestion
    : ( Q_WHAT | Q_LIST )? Q_COMMON_FACTORS Q_INTEGRATE? ( subjects | selection ) ( Q_COMMA? Q_IN? atLeast thing? )? Q_COMMA?
    ;

// select techniques for anxiety, insomnia from at least 3 families
selectQuestion : Q_SELECT thing Q_FOR people? subjects ( Q_COMMA? Q_FROM atLeast thing )? ;

// assimilate techniques into psychodynamic therapy for panic disorder from CBT and ACT · bring mindfulness into DBT
// which techniques from other approaches could I assimilate into psychodynamic therapy?
assimilateQuestion
    : ( Q_WHICH | Q_WHAT ) components ( Q_FROM Q_OTHER thing )? Q_ASSIMILATE Q_INTO home=topic
      ( Q_FOR people? purposes=subjects )? ( Q_COMMA? Q_FROM donors=subjects )?
    | Q_ASSIMILATE ( components | piece )? Q_INTO home=topic ( Q_FOR people? purposes=subjects )? ( Q_COMMA? Q_FROM donors=subjects )?
    ;

// mindfulness · mindfulness techniques · the technique mindfulness
piece
    : name=( Q_NAME | Q_NOUN_OR_NAME ) noun=( Q_NOUN | Q_NOUN_OR_NAME )?
    | noun=Q_NOUN name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN )
    ;

// for someone with … · for teens who … · people with …
people : Q_SOMEBODY ( Q_WITH | Q_WHO | Q_THAT ) | Q_PEOPLE_WITH ;

// integrate theories of CBT and psychodynamic therapy
integrateQuestion : Q_INTEGRATE ( components preposition )? subjects ( Q_PREPOSITION components )? ;

// ---- the things asked for: approaches · humanistic approaches that treat insomnia
selection
    : ( Q_CORE | Q_OTHER )? adjective=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN ) noun=( Q_NOUN | Q_NOUN_OR_NAME ) conditions?
    | ( Q_CORE | Q_OTHER )? noun=( Q_NOUN | Q_NOUN_OR_NAME | Q_UNKNOWN ) conditions?
    ;

// ---- conditions: clauses, each with one verb and its objects. Which of and, or and the comma binds how is
// settled in engine/syntax/to_ast_condition.cpp.
conditions : clause ( between clause )* ;

between : connective? ;  // none: "approaches that use mindfulness treat insomnia"

connective : Q_COMMA? ( Q_AND | Q_OR | Q_BUT ) | Q_COMMA ;

clause
    : lead Q_OPEN conditions Q_CLOSE
    | lead verb people? objects graded?
    | lead Q_NOBODY verb
    | lead actor nots verb
    | lead actor Q_NOT+
    | lead actor preposition
    | lead verb? time
    | lead Q_OTHER_THAN objects
    | lead Q_GOOD_FOR people? objects graded?
    | lead ( preposition | Q_WITH | Q_WITHOUT ) people? objects graded?
    | lead ( Q_BACKED | Q_WITH )? grade ( ( Q_FOR | Q_IN | Q_PREPOSITION ) people? objects )?
    | lead Q_WITHOUT verb objects
    | lead unshared operand
    | lead Q_UNIQUE topic
    | ( Q_THAT | Q_WHICH | Q_WHO ) Q_NOT+ objects
    ;

// before 1970 · between 1950 and 1960 · in the 1980s
time
    : ( Q_BEFORE | Q_AFTER | Q_SINCE | Q_UNTIL | Q_IN ) year
    | Q_BETWEEN year Q_AND year
    | Q_FROM year ( Q_PREPOSITION | Q_UNTIL ) year
    ;

year : Q_NUMBER | Q_DECADE ;

// treat autism with strong evidence · backed by strong evidence for autism · have no evidence grade
graded : ( Q_WITH | Q_BACKED ) grade ;

grade : Q_LEVEL? Q_GRADED | Q_EVIDENCE_BASED ;

quantity : Q_AT_LEAST Q_NUMBER | unshared ;

// A number that says nothing of sharing: "at least 3 techniques in common" does.
unshared : Q_FEWER_THAN Q_NUMBER | Q_MORE_THAN Q_NUMBER | Q_NUMBER Q_OR_MORE ;

lead : before=nots ( ( Q_THAT | Q_WHICH | Q_WHO ) after=nots )? ;

nots : Q_NOT* ;

verb : Q_VERB | Q_UNKNOWN ;

thing : Q_NOUN | Q_NOUN_OR_NAME | Q_UNKNOWN ;

preposition : Q_PREPOSITION | Q_FOR | Q_FROM | Q_IN | Q_INTO ;

separator : Q_COMMA? ( Q_AND | Q_OR ) | Q_COMMA ;

objects : object ( connective object )* ;

object : nots ( Q_OPEN objects Q_CLOSE | quantity? operand ) ;

// mindfulness · the humanistic family · the technique mindfulness · techniques that treat insomnia
operand
    : exactly=Q_EXACTLY? name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN ) noun=( Q_NOUN | Q_NOUN_OR_NAME )?
    | exactly=Q_EXACTLY? noun=Q_NOUN name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN )
    | noun=Q_NOUN ( Q_THAT | Q_WHICH | Q_WHO ) clause
    | noun=Q_NOUN
    ;

// Who does what the verb says: as an operand, but without a clause of its own, which would make nested clauses
// ambiguous without bound.
actor
    : topic
    | noun=Q_NOUN
    ;

// CBT, gestalt therapy and DBT
subjects : topic ( separator topic )* ;

// A known name, with which a question may begin.
named : Q_NAME | Q_NOUN_OR_NAME ;

// gestalt therapy · the technique mindfulness
topic
    : name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN ) noun=( Q_NOUN | Q_NOUN_OR_NAME )?
    | noun=Q_NOUN name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN )
    ;
