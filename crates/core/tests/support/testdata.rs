//! The rows of `testdata/`, which every language reads.

use serde_json::Value;

pub fn rows(file: &str, list: &str) -> Vec<Value> {
    let path = format!("{}/../../testdata/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut document: Value = serde_json::from_str(&text).unwrap();
    serde_json::from_value(document[list].take()).unwrap()
}

pub fn vectors_006() -> Vec<Value> {
    let rows = rows("vectors_006.json", "vectors");
    assert_eq!(rows.len(), 149);
    rows
}

pub fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap()
}

pub fn number<N: TryFrom<u64>>(value: &Value) -> N {
    value.as_u64().and_then(|number| number.try_into().ok()).unwrap()
}

pub fn privileges(input: &Value) -> Vec<(u16, u32)> {
    let pairs = input["privileges"].as_array().unwrap();
    pairs.iter().map(|pair| (number(&pair[0]), number(&pair[1]))).collect()
}
