export { defineList, listShape, nameList, type ListFieldSpec, type ListSpec } from './define-list';
export { Lists, type Group, type Groups, type Page } from './lists';
export { COUNT_CAP, compilePage, compileCount } from './compile-list';
