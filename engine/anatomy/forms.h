#pragma once

#include "engine/document/form.h"

// What each file of assets/anatomy may hold.
namespace palpera::anatomy::forms {

document::Form figure();
document::Form sites();
document::Form zones();
document::Form joints();
document::Form special_tests();
document::Form nerves();
document::Form lesion_sites();
document::Form muscles();
document::Form reflexes();
document::Form arteries();
document::Form findings();
document::Form tissues();

}  // namespace palpera::anatomy::forms
