#pragma once

#include <initializer_list>
#include <memory>
#include <string>

#include "engine/encounter/encounter.h"
#include "engine/present/context.h"
#include "engine/student/visit_view.h"

namespace palpera::student_test {

// The shipped library and a visit to the ward nurse or whoever is named, in one language. Panels are drawn from it;
// what they ask for is carried out with `act`.
class Ward {
public:
    explicit Ward(base::Language language = base::Language::sv, std::initializer_list<const char*> acts = {},
                  const char* case_id = "ward_nurse");
    ~Ward();
    Ward(const Ward&) = delete;
    Ward& operator=(const Ward&) = delete;

    // A line of the action language; a test failure when it is refused.
    void act(const std::string& line);
    void act(const library::Action& action);
    student::VisitView view() const;
    const encounter::Encounter& encounter() const;
    const present::Context& context() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace palpera::student_test
