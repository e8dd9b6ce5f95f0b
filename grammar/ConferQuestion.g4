// The forms of questions. Imported by ConferParser.g4.
//
// The tokens are not single words: before the parser sees them, engine/syntax/question_phrases.cpp groups the words
// of mode QUESTION into keywords, nouns, verbs and names, and drops articles and auxiliary verbs. Q_UNKNOWN stands
// wherever a noun, verb or name may, so that an unknown word is reported as what it should have been.
parser grammar ConferQuestion;

question : ( restriction Q_COMMA? )* ( Q_OTHER_THAN objects Q_COMMA )? form ( Q_COMMA? Q_AND? Q_CITED Q_THEM? )? ( Q_COMMA? restriction )* EOF ;

form
    : commonQuestion
    | shareQuestion
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

// according to Wampold or "Cochrane" · supported by a meta-analysis · without weak sources
restriction
    : ( Q_ACCORDING_TO | Q_BACKED ) sourceName ( separator sourceName )*
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

// techniques for panic disorder · anything for panic disorder · alternatives to CBT for insomnia · gestalt therapy
bareQuestion
    : selection
    | Q_COMPONENTS conditions
    | ( Q_WHAT | Q_LIST )? Q_COMPONENTS ( Q_PREPOSITION | Q_IN ) topic
    | ( Q_WHAT | Q_LIST )? Q_ALTERNATIVES topic conditions
    | named
    ;

// which approaches share at least 3 techniques with gestalt therapy? · which approaches have techniques in common?
// which two approaches share the most techniques? · which approaches share no techniques with gestalt therapy?
shareQuestion
    : Q_LIST? ( Q_WHICH | Q_WHAT | Q_LIST ) ( Q_PAIRS | Q_NUMBER )? selection
      ( Q_THAT? ( Q_SHARE | Q_SHARE_EACH ) extent? components? ( Q_WITH operand )? ( Q_COMMA? Q_AND? amount )?
      | extent? components? Q_IN_COMMON ( Q_WITH operand )? ( Q_COMMA? Q_AND? amount )?
      )
    ;

extent : amount | Q_MOST | Q_NOT | Q_NOBODY ;

amount : quantity | Q_NUMBER ;

// what do CBT and gestalt therapy share? · which techniques do DBT and ACT have in common? · similarities between both
// what do all humanistic approaches share? · do CBT and ACT share any techniques?
commonQuestion
    : Q_LIST? ( Q_WHICH | Q_WHAT | Q_LIST ) components? every=Q_EVERY selection ( Q_SHARE | Q_IN_COMMON )
    | Q_WHETHER subjects ( Q_SHARE components? | components? Q_IN_COMMON ) ( Q_WITH subjects )?
    | Q_HOW_MANY components subjects ( Q_SHARE | Q_IN_COMMON ) ( Q_WITH subjects )?
    | Q_LIST? ( ( Q_WHICH | Q_WHAT | Q_LIST ) components | Q_WHAT ) subjects ( Q_SHARE | Q_IN_COMMON ) ( Q_WITH subjects )?
    | Q_LIST? ( Q_WHAT | ( Q_WHICH | Q_WHAT | Q_LIST ) components ) ( Q_SHARE preposition | Q_IN_COMMON preposition? ) subjects
    | ( Q_WHAT | Q_LIST )? Q_SIMILARITIES compared dimensions?
    ;

components : component ( separator component )* ;

component : Q_COMPONENTS | Q_NOUN | Q_NOUN_OR_NAME | Q_UNKNOWN ;

atLeast : Q_AT_LEAST Q_NUMBER | Q_NUMBER Q_OR_MORE? ;

howManyQuestion : Q_HOW_MANY selection ;

// list techniques · list ten techniques · list approaches by year · who are the founders?
listQuestion : ( Q_LIST Q_NUMBER? | Q_WHO ) selection Q_BY_YEAR? ;

// describe gestalt therapy · other names for gestalt therapy · when was gestalt therapy developed, and by whom?
describeQuestion
    : ( Q_LIST? Q_DESCRIBE | Q_LIST | Q_WHAT | Q_WHO ) topic
    | ( Q_WHAT | Q_LIST )? Q_OTHER_NAMES topic
    | Q_WHAT topic Q_STANDS_FOR
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

// lineage of DBT · ancestors of DBT · trace how DBT descends from earlier approaches
lineageQuestion
    : ( Q_WHAT | Q_LIST | Q_DESCRIBE )? ( Q_LINEAGE | Q_ANCESTORS | Q_DESCENDANTS ) topic
    | Q_TRACE topic ( Q_VERB ( Q_UNKNOWN | Q_NOUN | Q_NAME | Q_NOUN_OR_NAME )* )?
    ;

// compare CBT, gestalt therapy by techniques and theories, only differences · CBT vs ACT · how do CBT and ACT differ?
compareQuestion
    : Q_LIST? Q_COMPARE ( compared | selection ) purpose? comparison
    | named ( Q_VERSUS topic )+ purpose? comparison
    | ( Q_WHAT | Q_LIST )? ( Q_DIFFERENCES | Q_CONTRASTS ) compared purpose? comparison
    | Q_HOW subjects Q_DIFFER purpose? comparison
    | Q_HOW topic Q_DIFFER preposition? topic purpose? comparison
    | Q_HOW subjects Q_COMPARES purpose? comparison
    | Q_HOW topic Q_COMPARES ( preposition | Q_WITH ) topic purpose? comparison
    ;

purpose : Q_FOR people? topic ;

comparison : ( Q_COMMA? Q_AND? ( dimensions | only ) )* ;

dimensions : Q_DIMENSION components Q_VERB? ;  // "by conditions treated"

only : Q_ONLY_DIFFERENCES | Q_ONLY_SHARED ;

// CBT, gestalt therapy and ACT · the techniques of CBT and ACT
compared
    : topic ( against topic )*
    | components ( Q_PREPOSITION | Q_IN ) topic ( against topic )+
    ;

against : separator | Q_VERSUS | Q_WITH | Q_PREPOSITION | Q_FROM ;

// how similar are CBT and REBT by techniques? · are CBT and REBT similar?
similarityQuestion
    : Q_WHETHER compared Q_ALIKE dimensions?
    | Q_WHETHER topic Q_LIKE topic dimensions?
    | Q_HOW_SIMILAR compared dimensions?
    | ( Q_WHAT | Q_LIST )? Q_SIMILARITY compared dimensions?
    ;

// which approaches are most like DBT? · the 5 approaches most similar to DBT · what is like DBT but not cognitive?
likeQuestion
    : Q_LIST? ( ( Q_WHICH | Q_WHAT | Q_LIST ) Q_NUMBER? | Q_TOP? Q_NUMBER )? selection Q_LIKE topic dimensions? amendment?
    | Q_LIST? Q_WHAT Q_LIKE topic dimensions? amendment?
    | ( Q_WHAT | Q_LIST )? Q_ALTERNATIVES topic
    ;

amendment : Q_COMMA? ( Q_BUT | Q_AND )? ( conditions | Q_NOT+ objects ) ;

// how is CBT related to buddhist psychology? · what connects CBT and mindfulness?
relatedQuestion
    : Q_HOW topic Q_RELATED relatives
    | ( Q_HOW | Q_WHETHER ) topic ( Q_AND | Q_WITH ) topic Q_RELATED
    | Q_WHAT Q_CONNECTS topic ( Q_AND | Q_WITH | preposition ) topic
    | ( Q_WHAT | Q_LIST | Q_WHY Q_NOT? )? Q_CONNECTION topic ( Q_AND | Q_WITH | preposition ) topic
    ;

// Naikan or Zen practice: of any kind, and not all at once
relatives : topic ( separator topic )* ;

// why does CBT use exposure? · why does ACT not treat insomnia? · who says that DBT uses mindfulness?
// why is conversion therapy harmful? · evidence for IPT in depression
whyQuestion
    : ( Q_WHY nots | Q_EVIDENCE ) topic ( conditions | nots Q_VERB )
    | ( Q_WHAT | Q_LIST )? Q_GRADED ( Q_FOR | Q_PREPOSITION )? topic ( Q_FOR | Q_IN | Q_WITH | Q_PREPOSITION ) people? objects
    ;

// does DBT use mindfulness? · is FFT the same as family-focused therapy? · do any approaches use hypnosis?
whetherQuestion
    : Q_WHETHER nots topic ( conditions | nots Q_VERB )
    | Q_WHETHER selection
    | Q_WHETHER Q_COMPONENTS conditions
    | Q_WHETHER topic Q_SAME topic
    | Q_WHETHER topic ( Q_AND | Q_WITH ) topic Q_SAME
    | Q_WHETHER topic Q_RELATED relatives
    ;

// the most common techniques of humanistic approaches · how many approaches does each family contain?
// who developed the most approaches? · which family has the fewest approaches? · what techniques do most approaches use?
// how many approaches by family? · list approaches by family
rankQuestion
    : Q_LIST? ( Q_WHAT | Q_WHICH | Q_LIST )? Q_TOP? Q_NUMBER? Q_MOST_COMMON noun=( Q_NOUN | Q_NOUN_OR_NAME ) ( preposition operand )?
    | ( Q_WHO | Q_WHAT | ( Q_WHICH | Q_WHAT | Q_LIST ) Q_NUMBER? noun=( Q_NOUN | Q_NOUN_OR_NAME ) | noun=( Q_NOUN | Q_NOUN_OR_NAME ) )
      ( verb | Q_HAVE | Q_WITH ) ( Q_MOST | Q_FEWEST ) counted=( Q_NOUN | Q_NOUN_OR_NAME )
    | Q_LIST? ( Q_WHICH | Q_WHAT ) noun=( Q_NOUN | Q_NOUN_OR_NAME ) Q_MOST by=operand ( verb | Q_HAVE | Q_SHARE | Q_IN_COMMON )
    | ( ( Q_WHAT | Q_WHICH | Q_LIST ) listed=( Q_NOUN | Q_NOUN_OR_NAME ) Q_COMMA? Q_AND )?
      Q_HOW_MANY counted=( Q_NOUN | Q_NOUN_OR_NAME ) Q_EACH each=( Q_NOUN | Q_NOUN_OR_NAME )? ( verb | Q_HAVE )?
    | Q_LIST counted=( Q_NOUN | Q_NOUN_OR_NAME ) Q_EACH each=( Q_NOUN | Q_NOUN_OR_NAME )
    ;

// common factors of CBT, gestalt therapy in at least 2
// a common factors approach to integrating CBT and gestalt therapy
commonFactorsQuestion
    : ( Q_WHAT | Q_LIST )? Q_COMMON_FACTORS Q_INTEGRATE? ( subjects | selection ) ( Q_COMMA? Q_IN? atLeast thing? )? Q_COMMA?
    ;

// select techniques for anxiety, insomnia from at least 3 families · select techniques that treat anxiety and insomnia
selectQuestion : Q_SELECT thing ( Q_FOR | Q_THAT? verb ) people? subjects ( Q_COMMA? Q_FROM atLeast thing )? ;

// assimilate techniques into psychodynamic therapy for panic disorder from CBT and ACT · bring mindfulness into DBT
// which techniques from other approaches could I assimilate into psychodynamic therapy?
// what could psychodynamic therapy borrow from CBT for panic disorder?
assimilateQuestion
    : ( Q_WHICH | Q_WHAT ) components? home=topic Q_BORROW ( Q_FROM ( Q_OTHER thing | donors=subjects ) )?
      ( Q_FOR people? purposes=subjects )?
    | ( Q_WHICH | Q_WHAT ) components ( Q_FROM Q_OTHER thing )? Q_ASSIMILATE Q_INTO home=topic
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

// integrate theories of CBT and psychodynamic therapy · which theories bridge CBT and psychodynamic therapy?
// how can the theories of CBT and psychodynamic therapy be integrated?
integrateQuestion
    : Q_INTEGRATE ( components preposition )? integrated ( Q_PREPOSITION components )?
    | Q_HOW ( components preposition )? integrated Q_INTEGRATED
    | ( Q_WHICH | Q_WHAT ) components Q_BRIDGE integrated
    ;

integrated : topic ( ( separator | Q_WITH ) topic )* ;

// ---- the things asked for: approaches · humanistic approaches that treat insomnia
// psychodynamic or humanistic approaches · approaches (psychodynamic or humanistic) that treat insomnia
selection
    : Q_EVERY? ( Q_CORE | Q_OTHER )? adjectives noun=( Q_NOUN | Q_NOUN_OR_NAME ) others? conditions?
    | Q_EVERY? ( Q_CORE | Q_OTHER )? noun=( Q_NOUN | Q_NOUN_OR_NAME | Q_UNKNOWN ) ( Q_OPEN adjectives Q_CLOSE )? others? conditions?
    ;

others : Q_COMMA Q_OTHER_THAN objects Q_COMMA ;  // "approaches, other than CBT, …"

adjectives : adjective ( ( Q_COMMA | Q_COMMA? ( Q_AND | Q_OR ) ) adjective )* ;

adjective : Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN ;

// ---- conditions: clauses, each with one verb and its objects. Which of and, or and the comma binds how is
// settled in engine/syntax/to_ast_condition.cpp.
conditions : clause ( between clause )* ;

between : connective? ;  // none: "approaches that use mindfulness treat insomnia"

connective : Q_COMMA? ( Q_AND | Q_OR | Q_BUT ) | Q_COMMA ;

clause
    : lead Q_OPEN conditions Q_CLOSE
    | lead verb people? objects graded?
    | lead Q_NOBODY verb
    | lead Q_HAVE? actors nots ( verb | Q_HAVE )
    | lead actors Q_NOT+
    | lead Q_ARE? actor preposition
    | lead ( Q_ARE | Q_HAVE ) objects
    | lead verb? time
    | lead Q_OTHER_THAN objects
    | lead Q_GOOD_FOR people? objects graded?
    | lead ( preposition | Q_WITH | Q_WITHOUT ) people? objects graded?
    | lead Q_BACKED sourceName ( Q_FOR | Q_IN | Q_PREPOSITION ) people? objects
    | lead ( Q_BACKED | Q_WITH )? grade ( ( Q_FOR | Q_IN | Q_PREPOSITION ) people? objects )?
    | lead Q_WITHOUT verb objects
    | lead Q_UNIQUE topic
    | ( Q_THAT | Q_WHICH | Q_WHO ) Q_NOT+ objects
    | Q_NOT+ named ( separator named )*
    ;

// before 1970 · between 1950 and 1960 · in the 1980s
time
    : ( Q_BEFORE | Q_AFTER | Q_SINCE | Q_UNTIL | Q_IN ) year
    | Q_BETWEEN year Q_AND year
    | Q_FROM year ( Q_PREPOSITION | Q_UNTIL ) year
    | Q_FROM year
    ;

year : Q_NUMBER | Q_DECADE ;

// treat autism with strong evidence · backed by strong evidence for autism · have no evidence grade
graded : ( Q_WITH | Q_BACKED ) grade ;

grade : Q_LEVEL? Q_GRADED | Q_EVIDENCE_BASED ;

quantity
    : ( Q_AT_LEAST | Q_MORE_THAN | Q_AT_MOST | Q_FEWER_THAN | Q_EXACTLY ) Q_NUMBER
    | Q_NUMBER ( Q_OR_MORE | Q_OR_FEWER )
    | Q_BETWEEN Q_NUMBER Q_AND Q_NUMBER
    ;

lead : before=nots ( ( Q_THAT | Q_WHICH | Q_WHO ) after=nots )? ;

nots : Q_NOT* ;

verb : Q_VERB | Q_UNKNOWN ;

thing : Q_NOUN | Q_NOUN_OR_NAME | Q_UNKNOWN ;

preposition : Q_PREPOSITION | Q_FOR | Q_FROM | Q_IN | Q_INTO ;

separator : Q_COMMA? ( Q_AND | Q_OR ) | Q_COMMA ;

// any of mindfulness, homework and role play · mindfulness, homework, or both · mindfulness or homework, but not both
objects : ( Q_ANY_OF | Q_NONE_OF )? object ( connective object )* ( Q_COMMA? ( Q_OR_BOTH | Q_NOT_BOTH ) )? ;

object : nots ( Q_OPEN objects Q_CLOSE | quantity? operand ) ;

// mindfulness · the humanistic family · the technique mindfulness · techniques that treat insomnia
// every humanistic approach · every technique of DBT · anything that DBT rejects
operand
    : Q_EVERY name=( Q_NAME | Q_NOUN_OR_NAME )
    | Q_EVERY name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN )? noun=Q_NOUN ( ( Q_THAT | Q_WHICH | Q_WHO ) clause | Q_PREPOSITION topic )?
    | Q_COMPONENTS ( ( Q_THAT | Q_WHICH | Q_WHO ) clause )?
    | exactly=Q_EXACTLY? name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN ) noun=( Q_NOUN | Q_NOUN_OR_NAME )?
    | exactly=Q_EXACTLY? noun=Q_NOUN name=( Q_NAME | Q_NOUN_OR_NAME | Q_UNKNOWN )
    | noun=Q_NOUN ( Q_THAT | Q_WHICH | Q_WHO ) clause
    | noun=Q_NOUN
    ;

// Who does what the verb says: as an operand, but without a clause of its own, which would make nested clauses
// ambiguous without bound.
actors : actor ( separator actor )* ;

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
