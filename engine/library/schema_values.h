#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "engine/document/form.h"

// What schema.cpp and schema_ids.cpp share. Only they include it: JSON stays out of the headers of rooms.
namespace palpera::library {

using Json = nlohmann::ordered_json;

inline constexpr const char* schema_draft = "http://json-schema.org/draft-07/schema#";
inline constexpr const char* id_pattern = "^[a-z][a-z0-9_-]{0,63}$";

struct Library;
// ids.schema.json: the ids of the library by kind, what keys they may be, and the values of facts.
std::string ids_schema(const Library& library);
// Is there a definition of this kind of id in it?
bool has_ids(std::string_view kind);
// The reference to it; `prefix` is empty, "keys_of" or "values_of".
Json ids_reference(const std::string& prefix, std::string_view kind);

// The schema of a text, a number or a word by its form.
Json scalar_schema(const document::Form& form);

}  // namespace palpera::library
