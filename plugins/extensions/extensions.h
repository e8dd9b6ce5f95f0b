#pragma once
// extensions: the plugins that come with Confer and are linked into its command, so that nothing is looked for when it
// starts. They are the same as their loadable modules, and know no more than confer/plugin.h.
#include <confer/plugin.h>

#include <array>

extern "C" {
std::int32_t confer_interchange_init_v1(const confer_host_v1* host);
}

namespace confer {

inline constexpr std::array<decltype(&confer_plugin_init_v1), 1> extensions{confer_interchange_init_v1};

}  // namespace confer
