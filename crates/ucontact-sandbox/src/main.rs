//! A local imitation of uContact, with demo CRM pages, to try and test the product.
fn main() {}
