//! Memory that forgets what it held.

use core::ops::{Deref, DerefMut};

use zeroize::{DefaultIsZeroes, Zeroize};

/// An array that is wiped on drop: in one go, as wiping one element after the other would cost as
/// much as hashing them.
#[derive(Clone)]
pub(crate) struct Secret<T: DefaultIsZeroes, const N: usize>([T; N]);

impl<T: DefaultIsZeroes, const N: usize> Secret<T, N> {
    pub(crate) const fn new(array: [T; N]) -> Self {
        Self(array)
    }
}

impl<T: DefaultIsZeroes, const N: usize> Deref for Secret<T, N> {
    type Target = [T; N];

    fn deref(&self) -> &[T; N] {
        &self.0
    }
}

impl<T: DefaultIsZeroes, const N: usize> DerefMut for Secret<T, N> {
    fn deref_mut(&mut self) -> &mut [T; N] {
        &mut self.0
    }
}

impl<T: DefaultIsZeroes, const N: usize> Drop for Secret<T, N> {
    fn drop(&mut self) {
        self.0.as_mut_slice().zeroize();
    }
}
