// Names: questions find things by them, so they should tell things apart; and one thing should not be there twice.
//
// Names are similar when they have the same words but for a plural s and their order, or differ by one letter added,
// left out or changed: then both have a text in common that is left when one letter is taken out of each. Names with
// digits in them are numbered, not misspelt.
// Source     deletion neighbourhoods: Bocek, Hunt, Stiller, "Fast Similarity Search in Large Dictionaries", 2007.
#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>
#include <utility>

#include "check/reader_internal.h"
#include "graph/lexicon.h"
#include "graph/normalise_name.h"

namespace confer::engine::check {

namespace {

constexpr std::size_t shortest_word = 3, shortest_misspelt = 8;

std::string without_order_and_plural(const std::string& name) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        std::string word = name.substr(begin, end - begin);
        if (word.size() > shortest_word && word.back() == 's') word.pop_back();
        words.push_back(std::move(word));
        begin = end + 1;
    }
    std::ranges::sort(words);
    std::string out;
    for (const std::string& word : words) out += word + ' ';
    return out;
}

class Names {
public:
    Names(const Reader& reader, Findings& findings) : reader_(reader), findings_(findings) {}

    void run() {
        for (LabelId label = 0; label < reader_.graph().labels().size(); ++label) {
            std::unordered_map<std::string, NodeId> seen;
            named_.clear();
            for (const NodeId node : reader_.graph().nodes_with(label)) {
                std::string name = normalise_name(reader_.text(node, "name"));
                if (name.empty()) continue;
                const auto [first, is_new] = seen.try_emplace(name, node);
                if (is_new) {
                    named_.push_back({std::move(name), node});
                } else {
                    report(Lint::duplicate_name, first->second, node, " and ", " have the same name");
                }
            }
            find_similar();
        }
        find_shared();
    }

private:
    struct Named {
        std::string name;
        NodeId node;
    };

    void report(Lint lint, NodeId one, NodeId other, const std::string& between, const std::string& after) {
        findings_.add(lint, [&]() -> Finding {
            return {{},
                    label_of(one) + reader_.title(one) + between + reader_.title(other) + after,
                    {reader_.node(other), reader_.node(one)},
                    {}};
        });
    }

    std::string label_of(NodeId node) const {
        const auto labels = reader_.graph().labels_of(node);
        if (labels.empty()) return {};
        const LabelSchema* schema = reader_.graph().schema().label(reader_.graph().labels().name(labels.front()));
        return schema == nullptr ? std::string{} : "the " + plural(*schema) + " ";
    }

    void find_similar() {
        std::unordered_map<std::size_t, std::vector<std::size_t>> by_hash;
        std::set<std::pair<std::size_t, std::size_t>> found;
        const auto meet = [&](const std::string& key, std::size_t at) {
            std::vector<std::size_t>& there = by_hash[std::hash<std::string>{}(key)];
            for (const std::size_t other : there) {
                if (other != at && are_similar(named_[other].name, named_[at].name))
                    found.insert(std::minmax(other, at));
            }
            if (there.empty() || there.back() != at) there.push_back(at);
        };
        for (std::size_t at = 0; at < named_.size(); ++at) {
            const std::string& name = named_[at].name;
            if (std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; })) continue;
            meet(without_order_and_plural(name), at);
            if (name.size() < shortest_misspelt) continue;
            meet(name, at);
            for (std::size_t i = 0; i < name.size(); ++i) meet(name.substr(0, i) + name.substr(i + 1), at);
        }
        for (const auto& [one, other] : found) {
            report(Lint::similar_name, named_[one].node, named_[other].node, " and ", " have nearly the same name");
        }
    }

    // Equal hashes and two deletions promise less than this.
    static bool are_similar(const std::string& a, const std::string& b) {
        if (without_order_and_plural(a) == without_order_and_plural(b)) return true;
        const auto [in_a, in_b] = std::ranges::mismatch(a, b);
        const std::string_view rest_a(in_a, a.end()), rest_b(in_b, b.end());
        const auto without_first = [](std::string_view text) {
            return text.substr(std::min<std::size_t>(1, text.size()));
        };
        return without_first(rest_a) == rest_b || rest_a == without_first(rest_b) ||
               without_first(rest_a) == without_first(rest_b);
    }

    // One name that several nodes are called by, be it an alias.
    void find_shared() {
        for (const std::string& spelling : shared_spellings()) {
            const std::vector<NodeId> nodes = reader_.graph().names().find_with_aliases(normalise_name(spelling));
            findings_.add(Lint::shared_name, [&] {
                Finding out;
                out.message = "`" + spelling + "` may be ";
                for (std::size_t i = 0; i < nodes.size(); ++i) {
                    out.message += (i == 0 ? "" : i + 1 == nodes.size() ? " or " : ", ") + reader_.title(nodes[i]);
                    out.of.push_back(reader_.node(nodes[i]));
                }
                return out;
            });
        }
    }

    // The first spelling of each name that more than one node has, in the order of the graph.
    std::vector<std::string> shared_spellings() const {
        struct Use {
            std::string spelling;
            NodeId first;
            bool shared = false;
        };
        std::unordered_map<std::string, Use> uses;
        std::vector<std::string> order;
        const auto use = [&](const std::string& spelling, NodeId node) {
            if (spelling.empty()) return;
            const std::string key = normalise_name(spelling);
            Use& known = uses.try_emplace(key, Use{spelling, node}).first->second;
            if (known.first == node || known.shared) return;
            known.shared = true;
            order.push_back(key);
        };
        for (NodeId node = 0; node < reader_.graph().node_count(); ++node) {
            use(reader_.text(node, "name"), node);
            for (const std::string& alias : reader_.texts(node, "aliases")) use(alias, node);
        }
        for (std::string& key : order) key = uses.at(key).spelling;
        return order;
    }

    const Reader& reader_;
    Findings& findings_;
    std::vector<Named> named_;
};

}  // namespace

void check_names(const Reader& graph, Findings& findings) {
    Names(graph, findings).run();
}

}  // namespace confer::engine::check
