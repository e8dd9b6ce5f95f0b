// similarity: how alike things are in what they are made of: confer.similarity and confer.mostAlike, which questions
// (`how similar are …`, `which … are most like …`) call, too. Tests: tests/suites/similarity.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "calling.h"
#include "similarity/component_sets.h"

namespace confer::similarity {

namespace {

struct Answer {
    const confer_host_v1* host;
    confer_call* call;

    void count(std::size_t items) const { (void)host->put_integer(call, static_cast<std::int64_t>(items)); }
    void number(std::optional<double> coefficient) const {
        (void)(coefficient ? host->put_float(call, *coefficient) : host->put_null(call));
    }
    // otherSize, shared, jaccard, overlap, cosine, weighted
    void numbers(const Likeness& likeness) const {
        count(likeness.other_size);
        count(likeness.shared);
        number(likeness.jaccard());
        number(likeness.overlap());
        number(likeness.cosine());
        number(likeness.weighted());
    }
    void end_row() const { extensions::go_on_if(host->end_row(call) == 0); }
};

void of_two(const confer_host_v1* host, confer_call* call) {
    const confer_value* const node = host->argument(call, 0);
    ComponentSets sets(host, call, 2, node);
    const Components one = sets.components_of(host->node_number(call, node));
    const Components other = sets.components_of(host->node_number(call, host->argument(call, 1)));
    Components shared;
    std::ranges::set_intersection(one, other, std::back_inserter(shared));
    const Answer answer{host, call};
    answer.count(one.size());
    answer.numbers(sets.likeness(one, other, shared));
    answer.end_row();
}

struct Alike {
    Node thing;
    Likeness likeness;
    Components shared;  // the rarest first
};

// The things to compare among that share a component with `thing`, which is not one of them; the most alike first, then
// by their numbers. Linear in their components and in those who have what `thing` has.
std::vector<Alike> ranked(const confer_host_v1* host, confer_call* call, ComponentSets& sets, Node thing) {
    const Components own = sets.components_of(thing);
    std::map<Node, Components> shared;  // by thing
    for (const Node component : own) {
        extensions::go_on_if(host->go_on(call) == 0);
        for (const Node other : sets.wholes_of(component)) shared[other].push_back(component);
    }
    shared.erase(thing);

    std::vector<Alike> out;
    out.reserve(shared.size());
    for (auto& [other, components] : shared) {
        if (out.size() % 256 == 0) extensions::go_on_if(host->go_on(call) == 0);
        const Likeness likeness = sets.likeness(own, sets.components_of(other), components);
        std::ranges::stable_sort(components, [&](Node a, Node b) { return sets.weight(a) > sets.weight(b); });
        out.push_back({other, likeness, std::move(components)});
    }
    std::ranges::stable_sort(out, [](const Alike& a, const Alike& b) {
        return a.likeness.weighted().value_or(0) > b.likeness.weighted().value_or(0);
    });
    return out;
}

void most_alike(const confer_host_v1* host, confer_call* call) {
    const confer_value* const node = host->argument(call, 0);
    ComponentSets sets(host, call, 1, node);
    const Answer answer{host, call};
    for (const Alike& alike : ranked(host, call, sets, host->node_number(call, node))) {
        (void)host->put_node(call, alike.thing);
        answer.numbers(alike.likeness);
        (void)host->begin_list(call);
        for (const Node component : alike.shared) (void)host->put_node(call, component);
        (void)host->end_list(call);
        answer.end_row();
    }
}

constexpr std::string_view basis =
    " Components are what relationships of `types` lead to, if they have one of `labels`; null stands for the types "
    "that "
    "the schema calls components, and for all labels. `weighted` is the Jaccard coefficient of the components weighted "
    "by "
    "their rarity among the nodes with one of the labels `among`; null stands for those of `node`. Of relationships "
    "only "
    "those in `counted` count; null stands for all.";

constexpr std::string_view coefficients =
    "shared :: INTEGER, jaccard :: FLOAT, overlap :: FLOAT, cosine :: FLOAT, weighted :: FLOAT";

void add(const confer_host_v1* host, const std::string& signature, std::string_view doc, confer_procedure_fn function) {
    (void)host->add_procedure(extensions::text(signature), extensions::text(std::string(doc).append(basis)),
                              CONFER_DETERMINISTIC, function, nullptr);
}

}  // namespace

}  // namespace confer::similarity

extern "C" std::int32_t confer_plugin_init_v1(const confer_host_v1* host) {
    using namespace confer::similarity;
    if (!CONFER_HAS(host, reject)) return host->refuse(confer_text("this needs version 1.3 of the plugin door"));
    try {
        host->describe(confer_text("similarity"), confer_text("1.0"),
                       confer_text("How alike things are in what they are made of."));
        const std::string basis_types =
            "types :: LIST OF STRING?, labels :: LIST OF STRING?, among :: LIST OF STRING?, "
            "counted :: LIST OF RELATIONSHIP?";
        add(host,
            "confer.similarity(node :: NODE, other :: NODE, " + basis_types +
                ") :: (size :: INTEGER, otherSize :: INTEGER, " + std::string(coefficients) + ")",
            "How alike two nodes are in their components: how many each has, how many both, and the coefficients.",
            confer::extensions::run<of_two>);
        add(host,
            "confer.mostAlike(node :: NODE, " + basis_types + ") :: (other :: NODE, size :: INTEGER, " +
                std::string(coefficients) + ", components :: LIST OF NODE)",
            "The nodes that share components with one, those that are most alike by `weighted` first; with the "
            "components shared, the rarest first.",
            confer::extensions::run<most_alike>);
    } catch (const std::bad_alloc&) {
        return host->refuse(confer_text("the machine has no memory left"));
    }
    return 0;
}
