#pragma once

#include <string>
#include <vector>

#include "makeup/weights.h"

namespace forme::test {

// One knob, or one term of what the solver weighs, that can be turned off. Tolerances, bends and
// spans are no terms. Those of panels, of calls and of late news are not listed: issues made by
// chance have none of these.
struct Switch {
  std::string name;
  bool Knobs::*knob = nullptr;
  double Weights::*weight = nullptr;  // if it is no knob

  void turn_off(Knobs& knobs, Weights& weights) const {
    if (knob)
      knobs.*knob = false;
    else
      weights.*weight = 0;
  }
};

inline const std::vector<Switch>& switches() {
  using K = Knobs;
  using W = Weights;
  static const std::vector<Switch> all = {
      {"headline_steps", &K::headline_steps},
      {"short_headlines", &K::short_headlines},
      {"picture_spans", &K::picture_spans},
      {"picture_crops", &K::picture_crops},
      {"looseness", &K::looseness},
      {"opened_spaces", &K::opened_spaces},
      {"jumps", &K::jumps},
      {"dog_legs", &K::dog_legs},
      {"lifted_quotes", &K::lifted_quotes},
      {"fillers", &K::fillers},
      {"exchanges", &K::exchanges},
      {"house_adverts", &K::house_adverts},
      {"levelling", &K::levelling},
      {"looks", &K::looks},
      {"fillings", &K::fillings},
      {"slack", nullptr, &W::slack},
      {"hole_row", nullptr, &W::hole_row},
      {"empty_row", nullptr, &W::empty_row},
      {"headline_step", nullptr, &W::headline_step},
      {"headline_line", nullptr, &W::headline_line},
      {"headline_empty", nullptr, &W::headline_empty},
      {"headline_not_full", nullptr, &W::headline_not_full},
      {"short_headline", nullptr, &W::short_headline},
      {"headline_overfull", nullptr, &W::headline_overfull},
      {"tombstone", nullptr, &W::tombstone},
      {"larger_below", nullptr, &W::larger_below},
      {"crop", nullptr, &W::crop},
      {"picture_span", nullptr, &W::picture_span},
      {"no_dominant", nullptr, &W::no_dominant},
      {"under_picture", nullptr, &W::under_picture},
      {"span", nullptr, &W::span},
      {"coarse_picture", nullptr, &W::coarse_picture},
      {"refused_picture", nullptr, &W::refused_picture},
      {"illegible_drawing", nullptr, &W::illegible_drawing},
      {"forced_picture", nullptr, &W::forced_picture},
      {"short_leg", nullptr, &W::short_leg},
      {"long_leg", nullptr, &W::long_leg},
      {"dog_leg", nullptr, &W::dog_leg},
      {"lifted_quote", nullptr, &W::lifted_quote},
      {"jump", nullptr, &W::jump},
      {"real_short_leg", nullptr, &W::real_short_leg},
      {"uneven_foot", nullptr, &W::uneven_foot},
      {"uneven_row", nullptr, &W::uneven_row},
      {"nib_left_out", nullptr, &W::nib_left_out},
      {"nib_span", nullptr, &W::nib_span},
      {"nib_alone", nullptr, &W::nib_alone},
  };
  return all;
}

}  // namespace forme::test
