// A teacher sends a case to another, who takes it into a library of their own.
#include "tests/command/example.h"
#include "tests/library/small_library.h"

namespace palpera::command {
namespace {

class Exchange : public WithFolder {
protected:
    void SetUp() override {
        WithFolder::SetUp();
        mine_.write();
        theirs_.write();
        fs::remove_all(theirs_.folder() / "library");
    }
    std::string mine() const { return mine_.folder().string(); }
    std::string theirs() const { return theirs_.folder().string(); }
    Ran sent(const std::string& what = "sore_morning") const {
        return ran({"export", what, at("heel.zip"), "--library", mine(), "--json"});
    }
    Ran received(const std::string& file = "heel.zip") const {
        return ran({"import", at(file), "--library", theirs(), "--json"});
    }
    static std::string first_error(const Ran& call) {
        const ordered_json document = call.document();
        for (const ordered_json& one : document["diagnostics"]) {
            if (one["severity"] == "error") return one["rule"];
        }
        return "";
    }

    library::SmallLibrary mine_, theirs_;
};

TEST_F(Exchange, ACaseIsSentByItsIdAndReceivedWhole) {
    const Ran out = sent();
    EXPECT_EQ(out.code, 0) << out.err;
    EXPECT_EQ(out.document()["case"], "sore_morning");
    EXPECT_EQ(out.document()["place"], at("heel.zip"));
    const Ran in = received();
    EXPECT_EQ(in.code, 0) << in.err;
    EXPECT_EQ(in.document()["case"], "sore_morning");
    EXPECT_EQ(in.document()["errors"], 0);
    EXPECT_EQ(in.document()["files"], out.document()["files"]);
    EXPECT_EQ(file_text(theirs_.folder() / "library" / "sore_morning" / "case.yaml"),
              file_text(mine_.folder() / "library" / "sore_morning" / "case.yaml"));
    EXPECT_NE(ran({"list", "--library", theirs()}).out.find("sore_morning"), std::string::npos);
}

TEST_F(Exchange, ACaseIsSentFromItsFolderToo) {
    EXPECT_EQ(sent((mine_.folder() / "library" / "sore_morning").string() + "/").code, 0);
    EXPECT_EQ(received().code, 0);
    const Ran spoken = ran({"export", "sore_morning", at("heel.zip"), "--library", mine()});
    EXPECT_NE(spoken.out.find("heel.zip: sore_morning, "), std::string::npos) << spoken.out;
}

TEST_F(Exchange, ACaseThatIsThereIsKeptAndTold) {
    ASSERT_EQ(sent().code, 0);
    ASSERT_EQ(received().code, 0);
    const Ran again = received();
    EXPECT_EQ(again.code, 1);
    EXPECT_EQ(first_error(again), "case-exists");
    EXPECT_NE(again.err.find("sore_morning"), std::string::npos);
}

TEST_F(Exchange, ACaseInErrorIsNeitherSentNorReceived) {
    ASSERT_EQ(sent().code, 0);
    theirs_.where("conditions/sore_heel.yaml", "language: en", "language: xx").write();
    fs::remove_all(theirs_.folder() / "library");
    const Ran in = received();
    EXPECT_EQ(in.code, 1) << in.out;
    EXPECT_NE(in.document()["errors"], 0) << "their library lacks a condition that the case has";
    EXPECT_FALSE(fs::exists(theirs_.folder() / "library"));
    fs::remove(folder_ / "heel.zip");
    mine_.where("library/sore_morning/case.yaml", "age: 50", "age: 500").write();
    const Ran out = sent();
    EXPECT_EQ(out.code, 1);
    EXPECT_EQ(first_error(out), "range") << out.out;
    EXPECT_FALSE(fs::exists(at("heel.zip")));
}

TEST_F(Exchange, WhatIsNoPackageIsUnreadable) {
    write("page.zip", "<html><body>Sign in to the hospital network</body></html>");
    write("empty.zip", "");
    for (const char* file : {"page.zip", "empty.zip", "missing.zip"}) {
        const Ran call = received(file);
        EXPECT_EQ(call.code, 2) << file;
        EXPECT_EQ(first_error(call), "unreadable") << file;
        EXPECT_FALSE(call.err.empty());
    }
    EXPECT_NE(received("page.zip").err.find("looks like a web page"), std::string::npos);
}

TEST_F(Exchange, AnUnknownCaseLibraryOrNameIsUnreadable) {
    EXPECT_EQ(sent("no_such_case").code, 2);
    EXPECT_EQ(first_error(sent("no_such_case")), "unknown-case");
    EXPECT_EQ(ran({"import", at("heel.zip"), "--library", at("missing"), "--json"}).code, 2);
    EXPECT_EQ(ran({"import", at("heel.zip"), "--json"}).code, 2) << "into which library must be said";
    write("case.yaml", "mine");
    EXPECT_EQ(ran({"export", "sore_morning", at("case.yaml"), "--library", mine(), "--json"}).code, 2);
    EXPECT_EQ(file_text(at("case.yaml")), "mine") << "what is no package is not written over";
}

}  // namespace
}  // namespace palpera::command
