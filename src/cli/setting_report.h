#pragma once

#include <string>

#include "makeup/setting_quality.h"

namespace forme {

// A line an article and one for all, in columns, under two lines of headings.
std::string setting_table(const SettingQuality& quality);

// {"articles": […], "total": {…}}; its members are in ARCHITECTURE.md.
std::string setting_json(const SettingQuality& quality);

}  // namespace forme
