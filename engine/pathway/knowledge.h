#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/patient/moment.h"

namespace palpera::pathway {

using library::Side;
using patient::Moment;

// What holds as far as it can be found out: a fact has a value where an act that is open now would reveal it, or where
// it has been shown. What the engine itself keeps (age, bmi, elapsed ...) is always known.
class Findable : public script::Facts {
public:
    // Which responses name a fact, so that not every act is looked at for every fact. Of one patient.
    class Index {
    public:
        explicit Index(const patient::Patient& patient);
        bool is_findable(const Moment& moment, std::string_view fact) const;

    private:
        std::map<std::string, std::vector<const patient::Responses*>, std::less<>> by_fact_;
    };

    Findable(const patient::Patient& patient, const Index& index, const Moment& moment)
        : patient_(&patient), index_(&index), moment_(&moment) {}
    std::optional<script::Value> value(std::string_view fact) const override;
    bool shown(std::string_view fact) const override { return moment_->shown(fact); }
    std::optional<base::Minutes> since(std::string_view act) const override { return moment_->since(act); }

private:
    const patient::Patient* patient_;
    const Index* index_;
    const Moment* moment_;
};

// What holds as far as the student can know it: what has been shown, what the student has brought about, and what the
// engine itself keeps.
class Known : public script::Facts {
public:
    Known(const patient::Patient& patient, const Moment& moment, const std::set<std::string>& brought_about)
        : patient_(&patient), moment_(&moment), brought_about_(&brought_about) {}
    std::optional<script::Value> value(std::string_view fact) const override;
    bool shown(std::string_view fact) const override { return moment_->shown(fact); }
    std::optional<base::Minutes> since(std::string_view act) const override { return moment_->since(act); }

private:
    const patient::Patient* patient_;
    const Moment* moment_;
    const std::set<std::string>* brought_about_;  // facts of the drugs prescribed so far
};

}  // namespace palpera::pathway
