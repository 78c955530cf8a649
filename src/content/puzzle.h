#pragma once

#include "content/article.h"

namespace forme {

// Whether one of the article's figures solves a puzzle: it is of that kind, or another names it.
// REQUIRES: `figure` is one of the article's own, not a copy.
bool is_solution(const Article& article, const Figure& figure);

}  // namespace forme
