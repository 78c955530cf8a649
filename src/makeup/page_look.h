#pragma once

#include <vector>

#include "makeup/page_fitter.h"

namespace forme {

// What a page pays that no cut of it can tell, since it lies between leaves that are not cut from
// one another: headlines and pictures that touch adverts, headlines of one size that come to stand
// side by side, no dominant picture, weight on one side. By JudgedWeights, with heads and pictures
// where the choices of the leaves put them; what the page is judged by at last is read off it as it
// is drawn.
double look_cost(const PageWork& work, const std::vector<PageCandidate>& candidates,
                 const PageSolution& page);

}  // namespace forme
