#include "tests/command/example.h"

namespace palpera::command {
namespace {

fs::path written(const std::string& name, const std::string& text) {
    const fs::path file = fs::path(testing::TempDir()) / ("align_" + name + ".json");
    std::ofstream(file) << text;
    return file;
}

TEST(AlignVerb, GivesCostAndMovesOfEachTriple) {
    const fs::path file = written("two", R"({"triples":[
        {"id":"t1","model":{"steps":[{"id":"press","any_of":["palpate heel"],"optional":false,"model_move_cost":3},
                                     {"id":"say","any_of":["diagnose"],"model_move_cost":2}],
                            "edges":[["press","say"]],"log_move_cost":1,
                            "log_move_cost_by_activity":{"order film":5}},
         "trace":["order film","diagnose"]},
        {"id":"t2","model":{"steps":[]},"trace":[]}]})");
    const Ran call = ran({"align", file.string(), "--json"});
    ASSERT_EQ(call.code, 0) << call.err;
    EXPECT_EQ(call.document(), ordered_json::parse(R"([{"id":"t1","optimal_cost":8,"moves":[
        {"kind":"log","step":null,"activity":"order film","event":0},
        {"kind":"model","step":"press","activity":"palpate heel","event":null},
        {"kind":"synchronous","step":"say","activity":"diagnose","event":1}]},
        {"id":"t2","optimal_cost":0,"moves":[]}])"));
    EXPECT_EQ(ran({"align", file.string()}).out,
              "t1: 8\n  log order film\n  model palpate heel (press)\n  synchronous diagnose (say)\nt2: 0\n");
}

TEST(AlignVerb, RefusesWhatIsNoModelAndSaysWhere) {
    for (
        const auto& [text, where] : std::vector<std::pair<std::string, std::string>>{
            {"[1,", "not JSON"},
            {R"({"triples":3})", "a list was expected at /triples"},
            {R"({"triples":[{"id":"a","model":{"steps":[{"id":"s","any_of":[1]}]},"trace":[]}]})",
             "/triples/0/model/steps/0/any_of/0"},
            {R"({"triples":[{"id":"a","model":{"steps":[{"id":"s","any_of":["x"],"model_move_cost":-2}]},"trace":[]}]})",
             "-2 is out of range"},
            {R"({"triples":[{"id":"a","model":{"steps":[{"id":"s","any_of":["x"],"model_move_cost":1e99}]},"trace":[]}]})",
             "a whole number"},
            {R"({"triples":[{"id":"a","model":{"steps":[{"id":"s","any_of":["x"]}],"edges":[["s","s"]]},"trace":[]}]})",
             "circle"}}) {
        const Ran call = ran({"align", written("bad", text).string(), "--json"});
        EXPECT_EQ(call.code, 2) << text;
        EXPECT_NE(call.err.find(where), std::string::npos) << call.err;
        EXPECT_TRUE(ordered_json::accept(call.out)) << call.out;
    }
    EXPECT_EQ(ran({"align", "no_such_file.json"}).code, 2);
}

}  // namespace
}  // namespace palpera::command
