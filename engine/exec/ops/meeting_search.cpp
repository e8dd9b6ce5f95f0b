// Both sides keep the nodes that they reached, level by level, with links to where they came from. After each level no
// walk is shorter than the two depths together; so the first nodes that both sides know lie on the last level of each,
// and every shortest walk passes exactly one of them. All walks are then all ways back from there along the links.
#include "exec/ops/meeting_search.h"

#include <algorithm>

namespace confer::engine::exec {

namespace {

constexpr std::size_t few_nodes = 256;  // to count whose ways is little work

}  // namespace

void MeetingSearch::Side::begin(NodeId node) {
    positions.clear();
    reached.assign(1, {node, 0, none, none});
    links.clear();
    positions.insert(node, 0);
    level = 0;
    depth = 0;
}

// Adds the node unless it is there; its position before, or absent.
std::uint32_t MeetingSearch::Side::reach(NodeId node, EdgeId edge, std::uint32_t from) {
    const std::uint32_t known = positions.insert(node, static_cast<std::uint32_t>(reached.size()));
    if (known != NodePositions::absent) return known;
    const auto link = static_cast<std::uint32_t>(links.size());
    reached.push_back({node, depth, link, link});
    links.push_back({edge, from, none});
    return known;
}

// A node on the last level has further walks that are as short.
void MeetingSearch::Side::reach_again(std::uint32_t position, EdgeId edge, std::uint32_t from) {
    const auto link = static_cast<std::uint32_t>(links.size());
    links[reached[position].last].next = link;
    reached[position].last = link;
    links.push_back({edge, from, none});
}

std::size_t MeetingSearch::Side::heap_bytes() const {
    return positions.heap_bytes() + links.capacity() * sizeof(Link) + reached.capacity() * sizeof(Reached);
}

MeetingSearch::MeetingSearch(RunContext& run)
    : memory_(run.limits), forward_(run.graph.node_count()), backward_(run.graph.node_count()) {}

Result<void> MeetingSearch::check(RunContext& run) {
    if (++since_check_ < 1024) return {};
    since_check_ = 0;
    CONFER_CHECK(run.limits.check());
    return memory_.hold(forward_.heap_bytes() + backward_.heap_bytes() + steps_.heap_bytes());
}

// How many relationships the step may take from nodes of a side.
std::size_t MeetingSearch::Side::ways_from(const Topology& topology, const WalkStep& step, std::size_t begin,
                                           std::size_t end) const {
    return count_ways(topology, step, begin, end, [&](std::size_t position) { return reached[position].node; });
}

// One level further. Of several meetings the first on the forward side is wanted when only one walk is: that side stops
// there; where the other side meets it, the first is looked for.
Result<void> MeetingSearch::expand(RunContext& run, const WalkStep& step, const Plan& plan, const RowBatch& in,
                                   RowIndex row, Side& side, const Side& other) {
    const std::size_t begin = side.level, end = side.reached.size();
    const bool forward = &side == &forward_;
    if (end - begin < few_nodes) side.positions.reserve(side.ways_from(run.graph.topology(), step, begin, end));
    side.level = end;
    ++side.depth;
    for (std::size_t position = begin; position < end; ++position) {
        CONFER_CHECK(check(run));
        const NodeId from = side.reached[position].node;
        const auto reach = [&](NodeId node, EdgeId edge) {
            const auto here = static_cast<std::uint32_t>(position);
            const std::uint32_t known = side.reach(node, edge, here);
            if (known != NodePositions::absent) {
                if (plan.all && known >= side.level) side.reach_again(known, edge, here);
                return true;
            }
            const std::uint32_t meeting = target_ == no_id ? NodePositions::absent : other.positions.find(node);
            if (meeting == NodePositions::absent) return true;
            met_ = true;
            first_meeting_ = std::min(first_meeting_, forward ? side.positions.find(node) : meeting);
            return plan.all;
        };
        CONFER_CHECK(steps_.each(run, step, in, row, {{&from, 1}, {}}, reach));
        if (!met_ || plan.all) continue;
        return forward ? Result<void>() : find_first_meeting(run, plan, in, row, begin, position, end);
    }
    return {};
}

// The first node of the forward side's last level with a way to those that the other side goes on from: begin to end.
// Often it is among the first; but when to look for it has taken as many steps as the ways from `position` to the end
// are, these are gone through instead.
Result<void> MeetingSearch::find_first_meeting(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row,
                                               std::size_t begin, std::size_t position, std::size_t end) {
    std::size_t steps = backward_.ways_from(run.graph.topology(), plan.backward, position, end);
    for (std::size_t i = forward_.level; steps > 0; ++i) {
        if (i == first_meeting_) return {};
        CONFER_CHECK(check(run));
        const auto meets = [&](NodeId node, EdgeId) {
            --steps;
            const std::uint32_t known = backward_.positions.find(node);
            if (known != NodePositions::absent && known >= begin && known < end)
                first_meeting_ = static_cast<std::uint32_t>(i);
            return steps > 0 && i != first_meeting_;
        };
        const NodeId from = forward_.reached[i].node;
        CONFER_CHECK(steps_.each(run, plan.walk.turn.front(), in, row, {{&from, 1}, {}}, meets));
        if (i == first_meeting_) return {};
    }
    for (; position < end; ++position) {
        CONFER_CHECK(check(run));
        const NodeId from = backward_.reached[position].node;
        CONFER_CHECK(steps_.each(run, plan.backward, in, row, {{&from, 1}, {}}, [&](NodeId node, EdgeId) {
            first_meeting_ = std::min(first_meeting_, forward_.positions.find(node));  // absent is past all
            return true;
        }));
    }
    return {};
}

// Whether the forward side has less to look at: ways, or nodes where there are many.
bool MeetingSearch::goes_forward(const Topology& topology, const Plan& plan) const {
    if (std::max(forward_.waiting(), backward_.waiting()) >= few_nodes)
        return forward_.waiting() <= backward_.waiting();
    return forward_.ways_from(topology, plan.walk.turn.front(), forward_.level, forward_.reached.size()) <=
           backward_.ways_from(topology, plan.backward, backward_.level, backward_.reached.size());
}

Result<void> MeetingSearch::begin(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row, NodeId start,
                                  NodeId target) {
    target_ = target;
    met_ = start == target;
    first_meeting_ = met_ ? 0 : none;
    meetings_.clear();
    next_meeting_ = 0;
    at_walk_ = false;
    forward_.begin(start);
    if (target == no_id) {
        while (forward_.depth < plan.walk.most && forward_.waiting() > 0)
            CONFER_CHECK(expand(run, plan.walk.turn.front(), plan, in, row, forward_, backward_));
        for (std::size_t i = plan.walk.least == 0 ? 0 : 1; i < forward_.reached.size(); ++i)
            meetings_.push_back(static_cast<std::uint32_t>(i));
        return {};
    }
    backward_.begin(target);
    while (!met_ && forward_.depth + backward_.depth < plan.walk.most && forward_.waiting() > 0 &&
           backward_.waiting() > 0) {
        if (goes_forward(run.graph.topology(), plan))
            CONFER_CHECK(expand(run, plan.walk.turn.front(), plan, in, row, forward_, backward_));
        else
            CONFER_CHECK(expand(run, plan.backward, plan, in, row, backward_, forward_));
    }
    if (!met_) return {};
    if (plan.all)
        note_meetings();
    else
        meetings_.push_back(first_meeting_);
    return {};
}

// The nodes of the forward side's last level that are on the other's, too; in the forward side's order.
void MeetingSearch::note_meetings() {
    if (forward_.waiting() <= backward_.waiting()) {
        for (std::size_t i = forward_.level; i < forward_.reached.size(); ++i)
            if (backward_.positions.find(forward_.reached[i].node) != NodePositions::absent)
                meetings_.push_back(static_cast<std::uint32_t>(i));
        return;
    }
    for (std::size_t i = backward_.level; i < backward_.reached.size(); ++i) {
        const std::uint32_t known = forward_.positions.find(backward_.reached[i].node);
        if (known != NodePositions::absent) meetings_.push_back(known);
    }
    std::sort(meetings_.begin(), meetings_.end());
}

// Follows first links from wherever the chain stands: to the target, where all walks are wanted, and to the start.
void MeetingSearch::extend_chain(bool to_target) {
    const std::uint32_t meeting = meetings_[next_meeting_ - 1];
    const auto extend = [&](const Side& side, std::uint32_t at) {
        for (; side.reached[at].first != none; at = side.links[chain_.back()].from)
            chain_.push_back(side.reached[at].first);
    };
    if (target_ != no_id && to_target && chain_.size() <= to_target_) {
        extend(backward_, chain_.empty() ? backward_.positions.find(forward_.reached[meeting].node)
                                         : backward_.links[chain_.back()].from);
        to_target_ = chain_.size();
    }
    extend(forward_, chain_.size() == to_target_ ? meeting : forward_.links[chain_.back()].from);
}

// Changes the last link that can be changed; false when none can.
bool MeetingSearch::advance() {
    while (!chain_.empty()) {
        const bool on_way_to_target = chain_.size() <= to_target_;
        const Side& side = on_way_to_target ? backward_ : forward_;
        const std::uint32_t other = side.links[chain_.back()].next;
        if (other != none) {
            chain_.back() = other;
            return true;
        }
        chain_.pop_back();
    }
    return false;
}

// From the meeting on, the first way of the adjacency that leads nearer to the target.
Result<void> MeetingSearch::go_to_target(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row) {
    NodeId node = forward_.reached[meetings_.front()].node;
    for (std::uint32_t left = backward_.depth; left > 0; --left) {
        NodeId next = no_id;
        CONFER_CHECK(steps_.each(run, plan.walk.turn.front(), in, row, {{&node, 1}, {}}, [&](NodeId way, EdgeId edge) {
            const std::uint32_t known = backward_.positions.find(way);
            if (known == NodePositions::absent || backward_.reached[known].depth != left - 1) return true;
            edges_.push_back(edge);
            next = way;
            return false;
        }));
        node = next;
    }
    return {};
}

Result<void> MeetingSearch::take_walk(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row) {
    edges_.clear();
    for (std::size_t i = chain_.size(); i > to_target_; --i) edges_.push_back(forward_.links[chain_[i - 1]].edge);
    end_ = target_ != no_id ? target_ : forward_.reached[meetings_[next_meeting_ - 1]].node;
    if (!plan.all && target_ != no_id) return go_to_target(run, plan, in, row);
    for (std::size_t i = 0; i < to_target_; ++i) edges_.push_back(backward_.links[chain_[i]].edge);
    return {};
}

Result<bool> MeetingSearch::next(RunContext& run, const Plan& plan, const RowBatch& in, RowIndex row) {
    CONFER_CHECK(check(run));
    if (!at_walk_ || !plan.all || !advance()) {
        at_walk_ = next_meeting_ < meetings_.size();
        if (!at_walk_) return false;
        ++next_meeting_;
        chain_.clear();
        to_target_ = 0;
    }
    extend_chain(plan.all);
    CONFER_CHECK(take_walk(run, plan, in, row));
    return true;
}

// Breadth-first from the start; a relationship that leads to a node seen before closes a walk when the two walks there
// left the start by different relationships.
Result<std::optional<std::uint32_t>> MeetingSearch::closed_length(RunContext& run, const Plan& plan, const RowBatch& in,
                                                                  RowIndex row, NodeId start) {
    const std::vector<Leg>& legs = plan.walk.turn.front().legs;
    const bool both_ways = std::any_of(legs.begin(), legs.end(), [](const Leg& leg) { return leg.skip_loops; });
    const std::uint64_t most = plan.walk.most;
    std::optional<std::uint32_t> best;
    const auto close = [&](std::uint64_t length) {
        if (length <= most && (!best || length < *best)) best = static_cast<std::uint32_t>(length);
    };
    forward_.begin(start);
    branches_.assign(1, none);
    for (std::uint32_t at = 0; at < forward_.reached.size(); ++at) {
        const std::uint32_t depth = forward_.reached[at].depth;
        if (depth >= most || (best && depth + 1 >= *best)) break;
        CONFER_CHECK(check(run));
        forward_.depth = depth + 1;
        const NodeId from = forward_.reached[at].node;
        CONFER_CHECK(steps_.each(run, plan.walk.turn.front(), in, row, {{&from, 1}, {}}, [&](NodeId node, EdgeId edge) {
            const std::uint32_t known = forward_.reach(node, edge, at);
            if (known == NodePositions::absent) {
                branches_.push_back(at == 0 ? edge : branches_[at]);
            } else if (known == 0) {
                if (at == 0 || !both_ways || branches_[at] != edge) close(depth + 1);
            } else if (both_ways && (at == 0 ? edge : branches_[at]) != branches_[known]) {
                close(std::uint64_t{depth} + forward_.reached[known].depth + 1);
            }
            return true;
        }));
    }
    return best;
}

}  // namespace confer::engine::exec
